/** The rest of the script of an embed: its figure, once somebody asks something of it. */
import { startFigures } from '~/figure/client/figures';
import { tellNews } from '~/figure/client/news';

startFigures(() => void tellNews());
