import { defineChart } from '../define';
import { card } from './card';
import { definition } from './definition';
import { page } from './layout';

export default defineChart({ definition, page, card });
