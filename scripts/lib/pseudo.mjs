/**
 * A made-up language, `xb`: English with accents, two fifths longer, in brackets, from right to left. Added to a
 * copy of the project by files in content/, columns, and a words file a chart, as a translator would: no code.
 * The copy has the rows of new-rows.mjs, too: what an editor adds must be all it takes. And its list of published
 * links has some that this site does not draw: a chart, a view, and a view that another took the place of.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { copyProject } from './copy.mjs';
import { withNewRows } from './new-rows.mjs';
import { root } from './steps.mjs';
import { readTable, writeTable } from './tables.mjs';

export const PSEUDO = 'xb';

/** Pictures as PNG are the drawings again and take most of the time. */
const LEFT_OUT = ['src/pages/img/[lang]/[name].[kind].png.ts'];
/** Names, which no translator would touch. */
const KEPT_TABLES = ['organisations'];

/** Lines of content/links.csv by what they name; the last has become the first view that is there. */
export const GONE = { chart: 'gone-chart', view: 'gone-chart/gone-view', moved: 'gone-chart/moved-view' };
const GONE_HEIGHT = 543;

function withGoneLinks(text) {
  const [, first = ''] = text.split('\n');
  const [known, since] = first.split(',');
  const became = (view) => (view === GONE.moved ? known : '');
  return (
    text +
    Object.values(GONE)
      .map((view) => `${view},${since},0,${GONE_HEIGHT},${became(view)}\n`)
      .join('')
  );
}

/** Letter by letter, so that a part of a quotation stays a part of it; every letter is in our typefaces. */
const LETTERS = {
  ...{ a: 'âa', e: 'êe', i: 'îi', o: 'ôo', u: 'ûu', n: 'ñn', l: 'll', r: 'rr', c: 'ç', y: 'ÿ' },
  ...{ A: 'Âa', E: 'Êe', I: 'Îi', O: 'Óo', U: 'Úu', N: 'Ñ', C: 'Ç' },
};
export const stretch = (text) => text.replace(/[A-Za-z]/g, (letter) => LETTERS[letter] ?? letter);

/** On a drawing a quarter more, in the vowels alone. */
const widen = (text) => text.replace(/[AEIOUaeiou]/g, (letter) => LETTERS[letter]);

/** Messages of a chart that its layout does not draw: sentences in the page, the table, and what is spoken. */
const OFF_DRAWING = /(^|\.)(title|subtitle|summary|foot|caption|mark)(\.|$)|^table\./;

/** A message with its words stretched and its placeholders left alone. */
export function stretchMessage(pattern, change = stretch) {
  const made = print(new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).getAst(), change);
  return change === stretch ? `[${made}]` : made;
}

/** ICU syntax from its tree; the numbers are the parser's kinds of node. */
function print(nodes, change) {
  return nodes
    .map((node) => {
      if (node.type === 0) return change(node.value).replace(/[{}]+/g, "'$&'");
      if (node.type === 1) return `{${node.value}}`;
      if (node.type === 7) return '#';
      const format = { 2: 'number', 3: 'date', 4: 'time' }[node.type];
      if (format && typeof (node.style ?? '') === 'string')
        return `{${[node.value, format, node.style].filter(Boolean).join(', ')}}`;
      if (node.type !== 5 && node.type !== 6)
        throw new Error(`no such message part yet: ${JSON.stringify(node)}`);
      const kind = node.type === 5 ? 'select' : node.pluralType === 'ordinal' ? 'selectordinal' : 'plural';
      const options = Object.entries(node.options).map(
        ([key, { value }]) => `${key} {${print(value, change)}}`,
      );
      return `{${node.value}, ${kind}, ${options.join(' ')}}`;
    })
    .join('');
}

const TAG =
  /(<\/?[A-Z]\w*(?:\s+[a-zA-Z]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*\s*\/?>|\]\([^)]*\)|\{\/\*[\s\S]*?\*\/\})/;

/** A story file: words and titles stretched, components and links left alone. */
export function stretchProse(source) {
  const [, front = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(source) ?? [];
  const head = front.replace(/^(title|description): (.*)$/gm, (_, key, text) => `${key}: ${stretch(text)}`);
  const prose = body.split(TAG).map((piece, i) => {
    if (i % 2 === 0) return stretch(piece);
    return piece.replace(/\bpart="([^"]*)"/, (_, part) => `part="${stretch(part)}"`);
  });
  return head + prose.join('');
}

/** A table with a column of the made-up language behind each English one. */
export function stretchTable(csv, name) {
  const [header, ...rows] = readTable(csv);
  const say = KEPT_TABLES.includes(name) ? (text) => text : stretch;
  const language = header.indexOf('language');
  const quote = header.indexOf('quote');
  const wider = (row, first) =>
    row.flatMap((text, i) => {
      const column = header[i];
      if (column.endsWith('_en')) return [text, first ? column.replace(/_en$/, `_${PSEUDO}`) : say(text)];
      // The one text that English has no column for: it is the quotation itself.
      if (column === 'translation_de')
        return [text, first ? `translation_${PSEUDO}` : row[language] === PSEUDO ? '' : say(row[quote])];
      return [text];
    });
  return writeTable([wider(header, true), ...rows.map((row) => wider(row, false))]);
}

function stretchDescriptor(text) {
  const descriptor = JSON.parse(text);
  for (const resource of descriptor.resources) {
    const { schema } = resource;
    resource[`counterflow:title_${PSEUDO}`] = stretch(resource.title);
    schema.fields = schema.fields.flatMap((given) => {
      const field = {
        ...given,
        [`counterflow:title_${PSEUDO}`]: stretch(given.title),
        [`counterflow:description_${PSEUDO}`]: stretch(given.description),
      };
      if (!/_en$|^translation_de$/.test(field.name)) return [field];
      return [field, { ...field, name: field.name.replace(/_(en|de)$/, `_${PSEUDO}`) }];
    });
  }
  return JSON.stringify(descriptor);
}

/** Only the made-up language is published, so that only its pages are built. */
function stretchLanguages(text) {
  const languages = JSON.parse(text);
  for (const locale of Object.values(languages)) locale.published = false;
  languages[PSEUDO] = {
    ...languages.en,
    name: stretch('Pseudo'),
    published: true,
    // A private use of English, which Intl knows: real Arabic letters are in none of our typefaces.
    intl: 'en-GB-x-pseudo',
    dir: 'rtl',
    numbers: languages.en.numbers.map(stretch),
    dollars: `{amount} ${stretch('dollars')}`,
    range: `{from} ${stretch('until')} {until}`,
    quotes: ['»', '«', '‚', '‘'],
  };
  return JSON.stringify(languages);
}

/**
 * Makes the copy in `folder`, anew.
 * @param {string} folder
 */
export function makePseudo(folder) {
  copyProject(folder, (path) => LEFT_OUT.includes(path));

  const rewrite = (from, to, change) => {
    writeFileSync(join(folder, to), change(readFileSync(join(root, from), 'utf8')));
  };
  const messages = (pick) => (text) => {
    const entries = Object.entries(JSON.parse(text));
    return JSON.stringify(
      Object.fromEntries(entries.map(([key, one]) => [key, stretchMessage(one, pick(key))])),
    );
  };
  const drawn = messages((key) => (OFF_DRAWING.test(key) ? stretch : widen));
  const list = (path) => readdirSync(join(root, path));

  rewrite('content/languages.json', 'content/languages.json', stretchLanguages);
  for (const [folder, change] of [
    ['src/words', messages(() => stretch)],
    ['content/words', messages(() => stretch)],
    ['content/words/charts', drawn],
  ])
    for (const file of list(folder).filter((name) => /(^|\.)en\.json$/.test(name)))
      rewrite(`${folder}/${file}`, `${folder}/${file.replace(/en\.json$/, `${PSEUDO}.json`)}`, change);
  for (const chart of list('src/charts').filter((name) => !name.includes('.')))
    rewrite(`src/charts/${chart}/words.en.json`, `src/charts/${chart}/words.${PSEUDO}.json`, drawn);
  rewrite('src/charts/words.en.json', `src/charts/words.${PSEUDO}.json`, drawn);
  for (const kind of ['story', 'pages']) {
    mkdirSync(join(folder, 'content', kind, PSEUDO));
    for (const file of list(`content/${kind}/en`))
      rewrite(`content/${kind}/en/${file}`, `content/${kind}/${PSEUDO}/${file}`, stretchProse);
  }
  rewrite('content/links.csv', 'content/links.csv', withGoneLinks);
  rewrite('content/data/datapackage.json', 'content/data/datapackage.json', stretchDescriptor);
  const names = list('content/data').flatMap((file) => /^(.+)\.csv$/.exec(file)?.[1] ?? []);
  const tables = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(root, `content/data/${name}.csv`), 'utf8')]),
  );
  for (const name of names)
    rewrite(`content/data/${name}.csv`, `content/data/${name}.csv`, () =>
      stretchTable(withNewRows(name, tables), name),
    );
}
