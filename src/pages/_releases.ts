/** Published releases: kept in content/releases/<day>/, made by `npm run release`, changed by nothing but a removal. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DESCRIPTOR, PackageError, type Problem } from '~/data/load';
import { type Difference, differenceOf, lossesOf, wordsOf } from '~/data/releases/difference';
import { type RawPackage, readRaw, tableOf, writeRaw } from '~/data/releases/package';
import { mentionsOf, personOf, withNotes, withoutPerson } from '~/data/releases/removal';
import { latest } from '~/data/rows';
import { CONTENT } from '~/i18n/content';
import { LANGS, type Lang, PUBLISHED } from '~/i18n/languages';
import { unpacked } from './_frozen';
import { sayFor } from './_words';

/** What a release says of itself, beside its tables. */
const CHANGES = 'changes.json';
/** Its pages, packed; see `_frozen.ts`. */
const PAGES = 'pages.json.gz';
const NAME = /^\d{4}-\d{2}-\d{2}$/;
/** What each said of itself when it was published: a digest of its changes, which have those of all its other files. */
const SEALS = 'releases.csv';

interface Changes {
  release: string;
  /** The release before it; null for the first. */
  since: string | null;
  movesTo: string;
  eventsTo: string;
  changes: Difference;
  words: Partial<Record<Lang, readonly string[]>>;
  /** SHA-256 of each file of the package, and of the packed pages. */
  files: Readonly<Record<string, string>>;
  pages?: string;
}

const folderOf = (content: string, release = '') => join(content, 'releases', release);

/** The days of all releases, the oldest first. */
export function releasesIn(content = CONTENT): readonly string[] {
  const folder = folderOf(content);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : [];
}

export const changesOf = (release: string, content = CONTENT): Changes =>
  JSON.parse(readFileSync(join(folderOf(content, release), CHANGES), 'utf8'));

/** Names of its files, its changes last. */
export const filesOf = (release: string, content = CONTENT): readonly string[] => [
  ...Object.keys(changesOf(release, content).files),
  CHANGES,
];
/** Whether the data have what no release has. */
export function isAhead(content = CONTENT): boolean {
  const last = releasesIn(content).at(-1);
  if (last === undefined) return false;
  const difference = differenceOf(readRaw(folderOf(content, last)), readRaw(join(content, 'data')));
  return Object.keys(difference).length > 0;
}

/** Undefined while they are not drawn. */
export const pagesOf = (release: string, content = CONTENT): Uint8Array | undefined =>
  changesOf(release, content).pages === undefined ? undefined : readReleased(release, PAGES, content);

let unpackedLast: { release: string; content: string; pages: Readonly<Record<string, string>> } | undefined;

/** The pages of a release by path, unpacked once for all that ask one after the other; none while they are not drawn. */
export function keptOf(release: string, content = CONTENT): Readonly<Record<string, string>> {
  if (unpackedLast?.release !== release || unpackedLast.content !== content) {
    const packed = pagesOf(release, content);
    unpackedLast = { release, content, pages: packed ? unpacked(packed) : {} };
  }
  return unpackedLast.pages;
}

/** Puts the pages of a release beside its data. */
export function keepPages(release: string, packed: Uint8Array, content = CONTENT): void {
  const folder = folderOf(content, release);
  writeFileSync(join(folder, PAGES), packed);
  const changes: Changes = { ...changesOf(release, content), pages: digestOf(join(folder, PAGES)) };
  writeFileSync(join(folder, CHANGES), `${JSON.stringify(changes, null, 2)}\n`);
  seal(content);
}

/** Writes down what the releases are now, after something that may change them. */
function seal(content: string): void {
  const lines = releasesIn(content).map(
    (one) => `${one},${digestOf(join(folderOf(content, one), CHANGES))}\n`,
  );
  writeFileSync(join(content, SEALS), `release,digest\n${lines.join('')}`);
}

function sealsIn(content: string): ReadonlyMap<string, string> {
  const file = join(content, SEALS);
  const [, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\r?\n/) : [];
  return new Map(lines.map((line) => line.split(',') as [string, string]));
}

export const readReleased = (release: string, file: string, content = CONTENT): Uint8Array =>
  new Uint8Array(readFileSync(join(folderOf(content, release), file)));

/** A release that is not as it was published, or is gone. */
export function checkReleases(content: string): readonly Problem[] {
  const seals = sealsIn(content);
  const known = new Set([...seals.keys(), ...releasesIn(content)]);
  return [...known].sort().flatMap((release) => {
    const folder = folderOf(content, release);
    const problem = (name: string, message: string): Problem[] => [
      { file: join(folder, name), line: 1, column: 1, field: '', message },
    ];
    if (!existsSync(join(folder, CHANGES)))
      return problem(CHANGES, 'is gone. A release stays: Expected it as it was.');
    if (digestOf(join(folder, CHANGES)) !== seals.get(release)) return problem(CHANGES, CHANGED);
    let files: Changes['files'];
    try {
      const { pages, ...changes } = changesOf(release, content);
      files = pages === undefined ? changes.files : { ...changes.files, [PAGES]: pages };
    } catch {
      return problem(CHANGES, 'cannot be read. Expected it as `npm run release` wrote it.');
    }
    return Object.entries(files).flatMap(([name, digest]) =>
      existsSync(join(folder, name)) && digestOf(join(folder, name)) === digest ? [] : problem(name, CHANGED),
    );
  });
}

const CHANGED = 'is not as it was published. A release never changes: Expected it as it was.';

/**
 * Keeps the data as they are as the release of a day.
 * @returns what it has that the last had not, in words
 * @throws PackageError with what may not be in one
 */
export function release(day: string, content = CONTENT): Changes {
  const data = join(content, 'data');
  const last = releasesIn(content).at(-1);
  const refused = (file: string, message: string) =>
    new PackageError([{ file, line: 1, column: 1, field: '', message }]);
  if (last !== undefined && day <= last)
    throw refused(
      folderOf(content, last),
      `the last release is of this day or a later one than ${day}. A release never changes: Expected a later day.`,
    );
  const now = readRaw(data);
  const losses = last === undefined ? [] : lossesOf(readRaw(folderOf(content, last)), now);
  if (losses.length > 0) throw new PackageError(losses);
  // Whole or not at all: under its own name only when it is.
  const unfinished = folderOf(content, '.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const name of namesIn(now)) cpSync(join(data, name), join(unfinished, name));
  const made = writeChanges(unfinished, day, last, content);
  renameSync(unfinished, folderOf(content, day));
  seal(content);
  return made;
}

const namesIn = (all: RawPackage) => [DESCRIPTOR, ...all.map(({ path }) => path)];

function writeChanges(folder: string, day: string, last: string | undefined, content: string): Changes {
  const now = readRaw(folder);
  const changes = last === undefined ? {} : differenceOf(readRaw(folderOf(content, last)), now);
  const words = PUBLISHED.map((lang) => {
    const say = sayFor(lang);
    return [lang, last === undefined ? [say('release.first')] : wordsOf(changes, now, say, lang)];
  });
  const dates = (name: string, scope?: string) =>
    (tableOf(now, name)?.rows ?? []).flatMap(({ cells }) =>
      scope === undefined || cells['scope'] === scope ? [cells['date'] ?? ''] : [],
    );
  const made: Changes = {
    release: day,
    since: last ?? null,
    movesTo: latest(dates('moves', 'core')),
    eventsTo: latest(dates('events')),
    changes,
    words: Object.fromEntries(words),
    files: Object.fromEntries(namesIn(now).map((name) => [name, digestOf(join(folder, name))])),
  };
  writeFileSync(join(folder, CHANGES), `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A release of which something failed is none. */
export function discard(release: string, content = CONTENT): void {
  rmSync(folderOf(content, release), { recursive: true });
  seal(content);
}

/**
 * Takes a person out of the data and of every release, with a dated note in each that does not say whose it was.
 * @param given  the name, or the id of one of the person's rows
 * @returns where a text still has the name
 * @throws Error where nobody is called so
 */
export function remove(given: string, day: string, content = CONTENT): readonly Problem[] {
  const folders = [join(content, 'data'), ...releasesIn(content).map((one) => folderOf(content, one))];
  const packages = folders.map((folder) => ({ folder, all: readRaw(folder) }));
  const person = packages.map(({ all }) => personOf(all, given)).find(Boolean);
  if (person === undefined)
    throw new Error(
      `nobody is "${given}" in the data. Expected a name as it stands there, or the id of a row.`,
    );
  const note = (n: number, lang: Lang) => (LANGS.includes(lang) ? sayFor(lang)('release.note', { n }) : '');
  const made = packages.map(({ folder, all }) => {
    const { package: rest, removed } = withoutPerson(all, person);
    return { folder, all, after: withNotes(rest, removed, day, note) };
  });
  for (const { folder, all, after } of made) write(folder, all, after);
  let last: string | undefined;
  for (const one of releasesIn(content)) {
    // They name the person, so they are drawn anew.
    rmSync(join(folderOf(content, one), PAGES), { force: true });
    writeChanges(folderOf(content, one), one, last, content);
    last = one;
  }
  seal(content);
  return folders.flatMap((folder) => mentionsOf(readRaw(folder), person));
}

/** Only the tables that have changed. */
function write(folder: string, before: RawPackage, after: RawPackage): void {
  after.forEach((table, i) => {
    const text = writeRaw(table);
    const was = before[i];
    if (was && writeRaw(was) !== text) writeFileSync(join(folder, table.path), text);
  });
}
