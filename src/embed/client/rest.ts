/** The rest of the script of an embed: its figure and a way out of a sandbox, once somebody asks something of it. */
import { startFigures } from '~/figure/client/figures';
import { tellNews } from '~/figure/client/news';
import { helpBlockedLinks } from './blocked-links';

startFigures(() => void tellNews());
helpBlockedLinks();
