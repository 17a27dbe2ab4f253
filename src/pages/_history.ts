/** The history of every row, out of the releases of this site. */

import { goneFrom, type History, historyOf, type Released } from '~/data/releases/history';
import { type RawPackage, readRaw } from '~/data/releases/package';
import type { CorrectionRow, Dataset } from '~/data/types';
import { CONTENT } from '~/i18n/content';
import { releasesIn } from './_releases';

interface State {
  releases: readonly Released[];
  now: RawPackage;
}
let read: State | undefined;

function state(): State {
  if (import.meta.env.DEV || !read)
    read = {
      releases: releasesIn().map((release) => ({ release, all: readRaw(`${CONTENT}/releases/${release}`) })),
      now: readRaw(`${CONTENT}/data`),
    };
  return read;
}

export const rowHistory = (table: string, id: string): History => {
  const { releases, now } = state();
  return historyOf(releases, now, table, id);
};

/** The data as texts, with what its columns are called. */
export const rawNow = (): RawPackage => state().now;

/**
 * Rows that a release still has and the data have no more, as after a correction: their addresses say so. Of a person
 * who was taken out no release has a row, so nothing is left here that could answer.
 */
export const goneRows = (table: string): readonly string[] => {
  const { releases, now } = state();
  return goneFrom(releases, now, table);
};

/** What has been corrected in a row. */
export const correctionsOf = (data: Dataset, table: string, id: string): readonly CorrectionRow[] =>
  data.corrections.filter((one) => one.table === table && one.row === id);
