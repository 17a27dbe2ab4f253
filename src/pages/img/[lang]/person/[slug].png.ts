import type { APIRoute } from 'astro';
import { pngAnswer } from '../../../_pictures';
import { cardedPeople, personUnfolding, unfoldingPng } from '../../../_rows';

export const getStaticPaths = () => cardedPeople().map((props) => ({ params: props, props }));
export const GET: APIRoute<Parameters<typeof personUnfolding>[0]> = ({ props }) =>
  pngAnswer(() => unfoldingPng(personUnfolding(props)));
