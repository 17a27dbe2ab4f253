import type { APIRoute } from 'astro';
import { pngAnswer } from '../../../../_pictures';
import { cardedMoves, moveUnfolding, type RowAddress, unfoldingPng } from '../../../../_rows';

export const getStaticPaths = () =>
  cardedMoves().map((props) => ({
    params: { lang: props.lang, table: props.table, id: props.id },
    props,
  }));
export const GET: APIRoute<RowAddress> = ({ props }) => pngAnswer(() => unfoldingPng(moveUnfolding(props)));
