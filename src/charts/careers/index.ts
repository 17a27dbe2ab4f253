import { defineChart } from '../define';
import { definition } from './definition';
import { card, page } from './layout';

export default defineChart({ definition, page, card });
