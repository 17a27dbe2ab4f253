/** The whole package in one ZIP: descriptor and tables, the counted moves by themselves, licence, citation, changes. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { DESCRIPTOR } from '~/data/load';
import { writeRaw } from '~/data/releases/package';
import { CONTENT } from '~/i18n/content';
import { formatDate } from '~/i18n/dates';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { coreCount } from '~/model/names';
import { citation, citationFiles, citationText } from './_citation';
import { dataset } from './_data';
import { CORE_FILE, coreMoves } from './_move-files';
import { thePackage } from './_package';
import { changesOf, releasesIn } from './_releases';
import { sayFor } from './_words';
import { packedOn } from './_workbook';

const inEach = (tell: (lang: Lang) => readonly string[]) =>
  `${PUBLISHED.map((lang) => tell(lang).join('\n')).join('\n\n\n')}\n`;

function readme(lang: Lang): readonly string[] {
  const say = sayFor(lang);
  const { about } = thePackage();
  const { files } = dataset();
  const cited = citation();
  return [
    cited.title,
    '',
    say('data.zip.what', {
      file: CORE_FILE,
      n: coreMoves().rows.length,
      orgs: coreCount(dataset(), lang),
      descriptor: DESCRIPTOR,
    }),
    '',
    ...files.map(({ path, title }) => `${path}: ${title[lang]}`),
    '',
    say('data.book.licence', { address: about.licenses[0]?.path ?? cited.licence }),
    say('data.book.cite', { citation: citationText(cited, lang) }),
  ];
}

/** Every release, the newest first, and every correction. */
function changes(lang: Lang): readonly string[] {
  const say = sayFor(lang);
  const releases = releasesIn().toReversed();
  return [
    say('data.releases'),
    ...releases.map((day) => `${formatDate(day, lang)}: ${(changesOf(day).words[lang] ?? []).join(' ')}`),
    '',
    say('data.corrections'),
    ...dataset().corrections.map(({ date, what }) => `${formatDate(date, lang)}: ${what[lang]}`),
  ];
}

export function archive(): Uint8Array {
  const text = (said: string) => new TextEncoder().encode(said.replaceAll('\u00a0', ' '));
  const table = (name: string) => [name, new Uint8Array(readFileSync(`${CONTENT}/data/${name}`))] as const;
  const files = [
    ['README.txt', text(inEach(readme))],
    ['CHANGES.txt', text(inEach(changes))],
    ['LICENSE.txt', new Uint8Array(readFileSync('LICENSE'))],
    ...citationFiles(PUBLISHED).map((file) => [file.name, text(file.text)] as const),
    [CORE_FILE, text(writeRaw(coreMoves()))],
    ...[DESCRIPTOR, ...dataset().files.map(({ path }) => path)].map(table),
  ] as const;
  return zipSync(Object.fromEntries(files), packedOn(citation().day));
}
