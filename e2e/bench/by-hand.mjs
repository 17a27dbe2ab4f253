/**
 * The page to compare with: what somebody would write by hand around the same drawing. One HTML file with the
 * title, the one drawing that fits, the rules of CSS that reach them and the fonts they name. No script, no
 * second size, no table.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { visit } from './visit.mjs';

/** Writes `page`/index.html as it stands at this size, and its fonts into `folder`, which is served as the root. */
export async function writeByHand(browser, screen, { embed, dist, base, folder, page }) {
  const { svg, title, css } = await visit(
    browser,
    screen,
    async (tab) => {
      await tab.goto(embed, { waitUntil: 'load' });
      return tab.evaluate(collect);
    },
    // As it was served, before any script.
    { cpu: 1, slow: false, javaScriptEnabled: false },
  );
  const faces = css.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _, link) => {
    const { pathname } = new URL(link, embed);
    if (!/\.woff2$/.test(pathname)) return whole;
    const file = decodeURIComponent(pathname.slice(base.length));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(dist, file), join(folder, file));
    return `url(/${file})`;
  });
  writeFileSync(
    join(page, 'index.html'),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${faces}</style>
</head>
<body>
<h1>${title}</h1>
<cf-figure><figure><div class="drawings">${svg}</div></figure></cf-figure>
</body>
</html>
`,
  );
}

/** Runs in the embed: its visible drawing, its title, and the CSS that reaches either. */
function collect() {
  const svg = [...document.querySelectorAll('svg')].find((one) => one.getBoundingClientRect().width > 200);
  const around = [];
  for (let node = svg.parentElement; node; node = node.parentElement) around.push(node);
  const reached = [...around, svg, ...svg.querySelectorAll('*')];
  const reaches = (rule) => {
    try {
      return reached.some((node) => node.matches(rule.selectorText));
    } catch {
      return true;
    }
  };
  const texts = (rules) =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return reaches(rule) ? [rule.cssText] : [];
      if (rule instanceof CSSGroupingRule) {
        const inner = texts(rule.cssRules);
        const head = rule.cssText.slice(0, rule.cssText.indexOf('{'));
        return inner.length > 0 ? [`${head}{${inner.join('')}}`] : [];
      }
      return [rule.cssText];
    });
  return {
    svg: svg.outerHTML,
    title: document.querySelector('h1')?.textContent.trim() ?? document.title,
    css: [...document.styleSheets].flatMap((sheet) => texts(sheet.cssRules)).join('\n'),
  };
}
