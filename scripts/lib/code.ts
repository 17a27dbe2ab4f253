/** What stands in a file of code, with its lines: imports, texts, keys, style attributes. Comments do not count. */
import ts from 'typescript';

export interface Import {
  spec: string;
  line: number;
}

/** A part of a file that is TypeScript, moved down by `line` lines. */
interface Code {
  text: string;
  line: number;
  jsx: boolean;
}

/** A text with its line. */
interface Found {
  text: string;
  line: number;
}

/** What a file imports, with the line; also import() with a plain text and import.meta.glob. */
export function importsOf(path: string, text: string): Import[] {
  if (path.endsWith('.mdx')) return mdxImports(text);
  return codeOf(path, text).flatMap((code) => {
    const lineAt = lineCounter(code.text, code.line);
    const { importedFiles } = ts.preProcessFile(code.text, true, true);
    const plain = importedFiles.map(({ fileName, pos }) => ({ spec: fileName, line: lineAt(pos) }));
    const globs = [...code.text.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(\s*\[?\s*(['"`])(.+?)\1/g)];
    return [...plain, ...globs.map((glob) => ({ spec: glob[2] ?? '', line: lineAt(glob.index) }))];
  });
}

function mdxImports(text: string): Import[] {
  return text.split('\n').flatMap((line, index) => {
    const spec = /^import\b.*?['"]([^'"]+)['"]/.exec(line)?.[1];
    return spec ? [{ spec, line: index + 1 }] : [];
  });
}

/** A .ts file is code; of an .astro file the front matter and the scripts are. */
function codeOf(path: string, text: string): Code[] {
  if (/\.(tsx?|mjs|js)$/.test(path)) return [{ text, line: 0, jsx: path.endsWith('x') }];
  if (!path.endsWith('.astro')) return [];
  const { front, markup, line } = splitAstro(text);
  const lineAt = lineCounter(markup, line);
  const scripts = [...markup.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)].map((found) => ({
    text: found[2] ?? '',
    line: lineAt(found.index + (found[1] ?? '').length) - 1,
    jsx: false,
  }));
  return [{ text: front, line: 0, jsx: true }, ...scripts];
}

/** `line`: how many lines stand above the markup. The front matter keeps its own lines. */
function splitAstro(text: string): { front: string; markup: string; line: number } {
  const found = /^\s*---\n([\s\S]*?)\n---/.exec(text);
  if (!found) return { front: '', markup: text, line: 0 };
  const end = found[0].length;
  return {
    front: text.slice(0, end).replaceAll(/^---$/gm, ''),
    markup: text.slice(end),
    line: text.slice(0, end).split('\n').length - 1,
  };
}

function lineCounter(text: string, above: number): (position: number) => number {
  return (position) => above + text.slice(0, position).split('\n').length;
}

/** Each match in what an .astro file shows, without its scripts and styles. */
function matchesInMarkup(text: string, pattern: RegExp): { match: RegExpMatchArray; line: number }[] {
  const { markup, line } = splitAstro(text);
  const lineAt = lineCounter(markup, line);
  const hidden = /<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;
  // Spaces in their place, so that lines stay.
  const shown = markup.replace(hidden, (found) => found.replace(/[^\n]/g, ' '));
  return [...shown.matchAll(pattern)].map((match) => ({ match, line: lineAt(match.index) }));
}

/** What `pick` takes from the nodes of a file's code; where it says `false`, what is below is passed by. */
function pickFrom(path: string, text: string, pick: (node: ts.Node) => string | false | undefined): Found[] {
  return codeOf(path, text).flatMap((code) => {
    const name = code.jsx ? 'a.tsx' : 'a.ts';
    const source = ts.createSourceFile(name, code.text, ts.ScriptTarget.Latest, true);
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      const picked = pick(node);
      if (picked === false) return;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (picked !== undefined) found.push({ text: picked, line: code.line + line + 1 });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Quoted texts and the fixed pieces of templates, without those that say what to import. */
export function textsOf(path: string, text: string): Found[] {
  return pickFrom(path, text, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isImportTypeNode(node))
      return false;
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return false;
    const fixed =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    return fixed ? node.text : undefined;
  });
}

/** What is quoted in the markup of an .astro file. */
export const markupTextsOf = (path: string, text: string): Found[] =>
  path.endsWith('.astro')
    ? matchesInMarkup(text, /(["'`])(.*?)\1/g).map(({ match, line }) => ({ text: match[2] ?? '', line }))
    : [];

/** Names of properties in object literals. */
export const keysOf = (path: string, text: string): Found[] =>
  pickFrom(path, text, (node) =>
    ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : undefined,
  );

/** Lines with a `style` attribute: in JSX by its syntax, in .astro markup by its letters. */
export function styleAttributes(path: string, text: string): number[] {
  if (path.endsWith('.astro'))
    return matchesInMarkup(text, /(?<=[\s"'}])style\s*=|\{style\}/g).map(({ line }) => line);
  if (!path.endsWith('.tsx')) return [];
  const isStyle = (node: ts.Node) => ts.isJsxAttribute(node) && node.name.getText() === 'style';
  return pickFrom(path, text, (node) => (isStyle(node) ? 'style' : undefined)).map(({ line }) => line);
}
