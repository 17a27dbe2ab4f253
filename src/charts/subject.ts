/** Views that a chart has for the subject of the content alone: stretches of time, in `charts/<chart>.json` of the content. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PartialDate } from '~/data/types';
import { CONTENT } from '~/i18n/content';

/** The chart's words name it: `sheet.<slug>`. */
export interface Stretch {
  slug: string;
  since: PartialDate;
  until: PartialDate;
}

const date = z.string().regex(/^\d{4}(-\d\d){0,2}$/, 'expected a year, a month or a day, as 2025-06');
const file = z.array(z.strictObject({ slug: z.string().regex(/^[a-z0-9-]+$/), since: date, until: date }));

/** @throws Error naming the file and what is wrong with it */
export function stretchesOf(chart: string, content = CONTENT): readonly Stretch[] {
  const path = `${content}/charts/${chart}.json`;
  if (!existsSync(path)) return [];
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const said = error instanceof z.ZodError ? z.prettifyError(error) : error;
    throw new Error(`${path}: ${said}`);
  }
}
