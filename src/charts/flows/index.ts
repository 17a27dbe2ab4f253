import { defineChart } from '../define';
import { Chart } from './Chart';
import { definition } from './definition';
import { layout } from './layout';
import de from './words.de.json';
import en from './words.en.json';

export default defineChart({ definition, layout, Chart, words: { en, de }, poster: true });
