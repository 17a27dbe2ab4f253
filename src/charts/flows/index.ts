import { defineChart } from '../define';
import { card } from './card';
import { definition } from './definition';
import { page, poster } from './layout';

export default defineChart({ definition, page, card, poster, map: page });
