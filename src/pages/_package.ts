/** The Data Package as a thing to take: its tables as texts, what it calls itself, and the release it is cited by. */
import { readFileSync } from 'node:fs';
import { DESCRIPTOR } from '~/data/load';
import { type RawPackage, readRaw } from '~/data/releases/package';
import { CONTENT } from '~/i18n/content';
import { readReleased, releasesIn } from './_releases';

/** What a descriptor says of its package, and of its columns in words; the rest is read by `~/data`, which checks it. */
export interface About {
  name: string;
  title: string;
  description: string;
  version: string;
  created: string;
  licenses: readonly { name: string; title?: string; path?: string }[];
  contributors: readonly { title: string }[];
  keywords?: readonly string[];
  resources: readonly {
    name: string;
    description?: string;
    schema: { fields: readonly { name: string; title: string; description: string; type: string }[] };
  }[];
}

const aboutIn = (bytes: Uint8Array): About => JSON.parse(new TextDecoder().decode(bytes));

/** @param dir a folder with a descriptor */
export const aboutOf = (dir: string): About => aboutIn(readFileSync(`${dir}/${DESCRIPTOR}`));

let known: { tables: RawPackage; about: About } | undefined;

/** Read once a build, anew at each request in dev. */
export function thePackage(): { tables: RawPackage; about: About } {
  if (import.meta.env?.DEV) known = undefined;
  known ??= {
    tables: readRaw(`${CONTENT}/data`),
    about: aboutOf(`${CONTENT}/data`),
  };
  return known;
}

export interface Release {
  about: About;
  /** Of its publication; while there is none, of the data as they are. */
  day: string;
  released: boolean;
}

export const releaseOf = (day: string, content = CONTENT): Release => ({
  about: aboutIn(readReleased(day, DESCRIPTOR, content)),
  day,
  released: true,
});

/** The last release; the data as they are while there is none. */
export function lastRelease(content = CONTENT): Release {
  const day = releasesIn(content).at(-1);
  if (day !== undefined) return releaseOf(day, content);
  const about = aboutOf(`${content}/data`);
  return { about, day: about.created.slice(0, 10), released: false };
}
