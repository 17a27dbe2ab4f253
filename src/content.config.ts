/** The story's sections. Tables do not pass through here: pages read them by `_data.ts` from the package itself. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const story = defineCollection({
  loader: glob({ base: 'content/story', pattern: '**/*.mdx' }),
  schema: z.object({
    title: z.string(),
    order: z.number().int(),
    slug: z.string().optional(),
    /** Figures that stand in the title, each checked against the data by a test. */
    guards: z.array(z.object({ count: z.record(z.string(), z.unknown()), is: z.number() })).optional(),
  }),
});

/** Pages that are one text: method, corrections. */
const pages = defineCollection({
  loader: glob({ base: 'content/pages', pattern: '**/*.mdx' }),
  schema: z.object({ title: z.string(), description: z.string(), order: z.number().int() }),
});

export const collections = { story, pages };
