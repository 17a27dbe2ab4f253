import type { APIRoute } from 'astro';
import { drawAhead, pngAnswer } from '../../../_pictures';
import { cardedPeople, personUnfolding, unfoldingPng } from '../../../_rows';

type Props = Parameters<typeof personUnfolding>[0];
const draw = (props: Props) => unfoldingPng(personUnfolding(props));

export function getStaticPaths() {
  const addresses = cardedPeople();
  drawAhead(addresses.map((props) => () => draw(props)));
  return addresses.map((props) => ({ params: props, props }));
}

export const GET: APIRoute<Props> = ({ props }) => pngAnswer(() => draw(props));
