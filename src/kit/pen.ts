/** What a drawing is drawn with: colours, faces and addresses of the page or the file in which it will stand. */
import type { RowRef } from './items';
import type { Face } from './measure';
import type { Ink } from './palette';

/** What a drawing needs to know of where it will stand. */
export interface Pen {
  ink: Ink;
  /** A face as a font-family and a weight. */
  type(face: Face): { family?: string; weight: number };
  /** Words are drawn as outlines, and their text is there unseen: for a file, which finds no typeface of ours. */
  outlined?: true;
  /** Address of a named view, or undefined in a file, where nothing can be followed. */
  viewHref(slug: string): string | undefined;
  /** Address of the table row behind a mark. */
  markHref(id: string): string | undefined;
  /** Where the rows are that a total adds up; nowhere in a file. */
  sumLink(ids: readonly string[]): SumLink | undefined;
  /** Where a row of the data is told. */
  rowLink(row: RowRef): { href: string; target?: '_blank' } | undefined;
  /** Begins the ids within this drawing: a page holds several, and shows one. */
  scope: string;
  /** -1 where the Tab key passes the links by: what they lead to stands elsewhere on the page as well. */
  tabIndex?: number;
  /**
   * What nobody hears, as the page tells it elsewhere: its marks have no dates and no larger areas to point at, and
   * unless a script leads to them, no names and no groups.
   */
  unheard?: 'named' | 'nameless';
}

/** An address that holds without script; a script that can ask the list of moves for exactly these leads there. */
interface SumLink {
  href: string;
  'data-list'?: string | undefined;
}
