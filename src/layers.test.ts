import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../scripts/lib/code';
import { checkHouse, findRings } from '../scripts/lib/layers';

const root = fileURLToPath(new URL('..', import.meta.url));

function readFiles(): Map<string, string> {
  const paths = ['src', 'content/story', 'content/data'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)),
  );
  const code = paths.filter(
    (path) =>
      /(\.(tsx?|mjs|astro|mdx)|organisations\.csv)$/.test(path) && statSync(join(root, path)).isFile(),
  );
  return new Map(code.map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]));
}

const check = (files: Record<string, string>) => checkHouse(new Map(Object.entries(files)));
const chart = { 'src/charts/flows/index.ts': '', 'src/charts/rift/index.ts': '' };

it('the house is in order', () => {
  const files = readFiles();
  expect(files.size).toBeGreaterThan(0);
  expect(checkHouse(files)).toEqual([]);
});

describe('imports only point down', () => {
  it('and the message says what may be imported', () => {
    expect(check({ 'src/kit/axis.tsx': "\n\nimport { x } from '~/charts/contract';" })).toEqual([
      'src/kit/axis.tsx:3 imports ~/charts/contract : kit may only import views, model, data, i18n.',
    ]);
    expect(check({ 'src/i18n/say.ts': "export * from '~/data/types';" })).toEqual([
      'src/i18n/say.ts:1 imports ~/data/types : i18n may import no other folder.',
    ]);
    expect(check({ 'src/charts/contract.ts': "import type { M } from '~/model/select';" })).toEqual([]);
  });

  it('also types, dynamic imports and globs', () => {
    expect(check({ 'src/data/a.ts': "type A = import('~/model/a').A;" })).toHaveLength(1);
    expect(check({ 'src/data/a.ts': "await import('~/model/a');" })).toHaveLength(1);
    expect(check({ 'src/kit/a.ts': "import.meta.glob('../charts/*/live.ts');" })).toHaveLength(1);
    expect(check({ 'src/figure/a.ts': "import.meta.glob('~/charts/*/live.ts');" })).toEqual([]);
  });

  it('in Astro files too, front matter and scripts, on the right line', () => {
    const text =
      "---\nimport A from '~/pages/a';\n---\n<p>x</p>\n<script>\n  import '~/pages/b';\n</script>\n";
    expect(check({ 'src/story/Count.astro': text })).toEqual([
      'src/story/Count.astro:2 imports ~/pages/a : story may only import figure, charts, kit, views, model, data, i18n.',
      'src/story/Count.astro:6 imports ~/pages/b : story may only import figure, charts, kit, views, model, data, i18n.',
    ]);
  });

  it('prose may import what prose is made of', () => {
    const prose = (spec: string) => check({ 'content/story/en/01.mdx': `import A from '${spec}';\n\nText.` });
    expect(prose('~/story/Count.astro')).toEqual([]);
    expect(prose('~/pages/_data')).toHaveLength(1);
  });

  it('the content configuration imports i18n alone; tests and styles are free', () => {
    expect(check({ 'src/content.config.ts': "import '~/i18n/content';" })).toEqual([]);
    expect(check({ 'src/content.config.ts': "import '~/model/select';" })).toHaveLength(1);
    expect(check({ 'src/i18n/say.test.ts': "import '~/pages/_data';" })).toEqual([]);
    expect(check({ 'src/figure/F.astro': "---\nimport '../styles/tokens.css';\n---" })).toEqual([]);
  });

  it('a relative import does not leave its folder', () => {
    expect(check({ 'src/charts/define.ts': "import '../kit/draw';" })).toEqual([
      'src/charts/define.ts:1 imports ../kit/draw : across folders write ~/kit/draw.',
    ]);
    expect(check({ 'src/charts/flows/index.ts': "import '../define';" })).toEqual([]);
    expect(check({ 'src/kit/a.ts': "import '../../scripts/serve.mjs';" })).toHaveLength(1);
  });
});

describe('packages', () => {
  it('stay in their folders', () => {
    expect(check({ 'src/model/a.ts': "import { sum } from 'd3';" })).toEqual([
      'src/model/a.ts:1 imports d3 : D3 belongs to charts, kit.',
    ]);
    expect(check({ 'src/pages/a.ts': "import 'react-dom/server';" })).toHaveLength(1);
    expect(check({ 'src/figure/a.ts': "import { getCollection } from 'astro:content';" })).toHaveLength(1);
    expect(check({ 'src/pages/a.ts': "import 'astro:content'; import 'astro:assets';" })).toEqual([]);
  });

  it('and within a chart out of all that is said and counted', () => {
    const files = (file: string, spec: string) =>
      check({
        'src/charts/x/definition.ts': "import './counts';",
        'src/charts/x/counts.ts': "import { each } from './each';",
        'src/charts/x/each.ts': '',
        'src/kit/block.ts': '',
        [`src/charts/x/${file}`]: `import '${spec}';`,
      });
    expect(files('definition.ts', 'd3')).toEqual([
      'src/charts/x/definition.ts:1 imports d3 : definition.ts knows no D3.',
    ]);
    expect(files('each.ts', '~/kit/block')).toEqual([
      'src/charts/x/each.ts:1 imports ~/kit/block : definition.ts imports each.ts, so it knows no kit.',
    ]);
    expect(files('counts.ts', 'react')).toHaveLength(1);
    expect(files('layout.ts', 'react')).toEqual([
      'src/charts/x/layout.ts:1 imports react : React belongs to kit, figure, embed.',
    ]);
    expect([...files('bands.ts', 'd3-scale'), ...files('layout.ts', '~/kit/block')]).toEqual([]);
  });
});

it('a chart draws nothing itself', () => {
  expect(check({ 'src/charts/flows/Chart.tsx': '' })).toEqual([
    "src/charts/flows/Chart.tsx : a chart's folder holds no React. Its layout gives items, and the kit draws them.",
  ]);
  expect(check({ 'src/kit/draw.tsx': '', 'src/charts/flows/layout.ts': '' })).toEqual([]);
});

it('what is for tests is imported by tests and by itself alone', () => {
  expect(check({ 'src/story/Count.astro': "---\nimport { scan } from './testing/scan';\n---" })).toEqual([
    'src/story/Count.astro:2 imports ./testing/scan : only tests may.',
  ]);
  expect(check({ 'src/charts/registry.ts': "import './fixtures';" })).toHaveLength(1);
  expect(check({ 'src/story/prose.test.ts': "import './testing/scan';" })).toEqual([]);
  expect(check({ 'src/story/testing/aloud.ts': "import './mdx'; import '../sayings';" })).toEqual([]);
});

describe('a chart is named by itself and the registry alone', () => {
  const named = (path: string, text: string) => check({ ...chart, [path]: text });

  it('as a word, a step of a path, or a piece of a template', () => {
    expect(named('src/figure/a.ts', "if (id === 'flows') stop();")).toEqual([
      'src/figure/a.ts:1 names the chart "flows" : only src/charts/flows/ and the registry may.',
    ]);
    expect(named('src/pages/a.ts', 'const a = `/charts/rift/${view}`;')).toHaveLength(1);
    expect(named('src/pages/a.astro', '---\n---\n<a href="/charts/flows/">x</a>')).toHaveLength(1);
    expect(named('src/charts/rift/layout.ts', "other('flows')")).toHaveLength(1);
  });

  it('not in imports, comments, sentences, tests, or its own folder', () => {
    expect(
      named('src/model/a.ts', "import { flows } from './flows'; // 'flows'\n/** /charts/flows/ */"),
    ).toEqual([]);
    expect(named('src/embed/a.ts', "say('it flows'); say('the rift grows');")).toEqual([]);
    expect(named('src/figure/a.test.ts', "at('flows')")).toEqual([]);
    expect(named('src/charts/flows/definition.ts', "const id = 'flows';")).toEqual([]);
    expect(named('src/charts/registry.ts', "import flows from './flows'; x('flows');")).toEqual([]);
  });
});

it('no organisation is named in code: another content must do', () => {
  const named = (path: string, text: string) =>
    check({ 'content/data/organisations.csv': 'id,name_en\nxai,xAI\nscale-ai,Scale AI\n', [path]: text });
  expect(named('src/model/flows.ts', "\nconst last = org === 'scale-ai';")).toEqual([
    'src/model/flows.ts:2 names the organisation "scale-ai" : only content/ may. Make it a column.',
  ]);
  expect(named('src/charts/rift/layout.ts', 'const owner = { xai: 1 };')).toHaveLength(1);
  expect(named('src/charts/rift/layout.ts', "say('xai founded'); const xai = 1; // 'xai'")).toEqual([]);
  expect(named('src/charts/rift/layout.test.ts', "at('xai')")).toEqual([]);
  expect(named('src/embed/words.ts', "at('xai')")).toHaveLength(1);
});

it('no style attribute, in JSX or in Astro', () => {
  expect(check({ 'src/kit/a.tsx': 'export const A = () => <g style={{ fill: "red" }} />;' })).toEqual([
    'src/kit/a.tsx:1 has a style attribute : the policy blocks it. Use a class or fill, stroke, …',
  ]);
  expect(check({ 'src/story/A.astro': '---\nconst a = 1;\n---\n<p\n  style="color:red">x</p>' })[0]).toMatch(
    /:5 has a/,
  );
  expect(check({ 'src/story/A.astro': '<p class="style">x</p><style>p{}</style>' })).toEqual([]);
});

describe('circles', () => {
  it('are found and told in order', () => {
    const files = {
      'src/kit/a.ts': "import './b';",
      'src/kit/b.ts': "import './c';",
      'src/kit/c.ts': "import './b';",
    };
    expect(check(files)).toEqual([
      'src/kit/b.ts → src/kit/c.ts → src/kit/b.ts : these import each other in a circle.',
    ]);
  });

  it('two ways to one file are none', () => {
    const edges = new Map([
      ['a', new Set(['b', 'c'])],
      ['b', new Set(['d'])],
      ['c', new Set(['d'])],
    ]);
    expect(findRings(edges)).toEqual([]);
  });
});

it('an import is found once, with its line', () => {
  expect(
    importsOf('a.ts', "// import 'no'\nimport a, {\n  b,\n} from './b';\nexport { c } from '~/c';"),
  ).toEqual([
    { spec: './b', line: 4 },
    { spec: '~/c', line: 5 },
  ]);
});
