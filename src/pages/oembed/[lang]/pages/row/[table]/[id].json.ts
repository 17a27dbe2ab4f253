import type { APIRoute } from 'astro';
import { linkAnswer } from '../../../../../_answers';
import { cardedMoves, moveUnfolding, type RowAddress } from '../../../../../_rows';

export const getStaticPaths = () =>
  cardedMoves().map((props) => ({
    params: { lang: props.lang, table: props.table, id: props.id },
    props,
  }));
export const GET: APIRoute<RowAddress> = ({ props }) => linkAnswer(moveUnfolding(props));
