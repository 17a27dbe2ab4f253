/** dev */
import { space } from '~/kit/block';
export const laneCard = () => space(10);
export const trunkCard = () => space(10);
