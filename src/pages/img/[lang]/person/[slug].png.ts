import type { APIRoute } from 'astro';
import { makeAhead } from '../../../_ahead';
import { NO_PICTURES, pngAnswer } from '../../../_pictures';
import { cardedPeople, personUnfolding, unfoldingPng } from '../../../_rows';

type Props = Parameters<typeof personUnfolding>[0];
const draw = (props: Props) => unfoldingPng(personUnfolding(props));

export function getStaticPaths() {
  const addresses = cardedPeople();
  if (!NO_PICTURES) makeAhead(addresses.map((props) => () => draw(props)));
  return addresses.map((props) => ({ params: props, props }));
}

export const GET: APIRoute<Props> = ({ props }) => pngAnswer(() => draw(props));
