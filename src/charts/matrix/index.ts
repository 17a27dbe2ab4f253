import { defineChart } from '../define';
import { Chart } from './Chart';
import { definition } from './definition';
import { layout } from './layout';

export default defineChart({ definition, layout, Chart });
