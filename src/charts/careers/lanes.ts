/** dev */
import { space } from '~/kit/block';
export const lanes = () => space(10);
