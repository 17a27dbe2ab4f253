import type { APIRoute } from 'astro';
import { type Zippable, zipSync } from 'fflate';
import { drawnCsv } from '~/embed/drawn';
import { type Credits, creditsOf } from '~/figure/credits';
import { fileName } from '~/views/paths';
import { dataset, renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';
import { NO_PICTURES, pictureOf, svgOf } from '../../_pictures';
import { sayFor } from '../../_words';

export const getStaticPaths = filePaths;

/** As pictures are already: once more takes time and saves nothing. */
const PACKED = { level: 0 } as const;

const citation = ({ creator, title, source, date, address, rights }: Credits) =>
  `${creator}: ${title}. ${source}, ${date}. ${address} (${rights})\n`;

/** All that an editor needs of one view, each file named as on the site. */
export const GET: APIRoute<ViewPath> = async ({ props }) => {
  const { lang, chart, slug } = props;
  const rendering = renderingOf(chart, slug, lang);
  const { title, summary } = rendering.words;
  const credits = creditsOf(rendering, sayFor(lang));
  const name = fileName(chart, slug);
  const text = (said: string) => new TextEncoder().encode(said);
  const png = async (kind: 'wide' | 'narrow') =>
    NO_PICTURES ? text('no picture') : pictureOf({ ...props, kind, theme: 'light' });
  const files: Zippable = {
    [`${name}.svg`]: await svgOf(props, 'light'),
    [`${name}.wide.png`]: [await png('wide'), PACKED],
    [`${name}.narrow.png`]: [await png('narrow'), PACKED],
    [`${name}.csv`]: text(drawnCsv(rendering, dataset())),
    'caption.txt': text(`${title}\n${credits.rights}: ${credits.address}\n`),
    'alternative-text.txt': text(`${title}. ${summary}\n`),
    'citation.txt': text(citation(credits)),
  };
  // Its date is the data's: the same data make the same file.
  const zip = zipSync(files, { level: 6, mtime: new Date(`${credits.date.slice(0, 10)}T00:00:00`) });
  return new Response(new Uint8Array(zip), { headers: { 'Content-Type': 'application/zip' } });
};
