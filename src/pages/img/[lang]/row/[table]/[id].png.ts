import type { APIRoute } from 'astro';
import { makeAhead } from '../../../../_ahead';
import { NO_PICTURES, pngAnswer } from '../../../../_pictures';
import { cardedMoves, moveUnfolding, type RowAddress, unfoldingPng } from '../../../../_rows';

const draw = (props: RowAddress) => unfoldingPng(moveUnfolding(props));

export function getStaticPaths() {
  const addresses = cardedMoves();
  if (!NO_PICTURES) makeAhead(addresses.map((props) => () => draw(props)));
  return addresses.map((props) => ({
    params: { lang: props.lang, table: props.table, id: props.id },
    props,
  }));
}

export const GET: APIRoute<RowAddress> = ({ props }) => pngAnswer(() => draw(props));
