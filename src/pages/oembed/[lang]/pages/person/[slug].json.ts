import type { APIRoute } from 'astro';
import { linkAnswer } from '../../../../_answers';
import { cardedPeople, personUnfolding } from '../../../../_rows';

export const getStaticPaths = () => cardedPeople().map((props) => ({ params: props, props }));
export const GET: APIRoute<Parameters<typeof personUnfolding>[0]> = ({ props }) =>
  linkAnswer(personUnfolding(props));
