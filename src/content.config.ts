/** The story's sections. Tables do not pass through here: pages read them by `_data.ts` from the package itself. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { CONTENT } from './i18n/content';

/** Ids are paths; a section's `slug` is its anchor, not its id. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.mdx$/, '');

const story = defineCollection({
  loader: glob({ base: `${CONTENT}/story`, pattern: '**/*.mdx', generateId }),
  schema: z.object({
    title: z.string(),
    order: z.number().int(),
    slug: z.string().optional(),
    /** Anchors of sections that this one has taken the place of: links to them still lead here. */
    formerly: z.array(z.string()).optional(),
    /** Figures that stand in the title, each checked against the data by a test. */
    guards: z.array(z.object({ count: z.record(z.string(), z.unknown()), is: z.number() })).optional(),
    /** Relations that stand in the text: more than, the same as; checked likewise. */
    holds: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
});

/** Pages that are one text: method, corrections. */
const pages = defineCollection({
  loader: glob({ base: `${CONTENT}/pages`, pattern: '**/*.mdx' }),
  schema: z.object({ title: z.string(), description: z.string(), order: z.number().int() }),
});

export const collections = { story, pages };
