/** The first script of a page. Everything it and the rest add is an addition. */
import { start } from './starter';

start(true);
