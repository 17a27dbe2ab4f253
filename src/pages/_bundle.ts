/** Client scripts as one classic file each: a sandboxed frame refuses module scripts without a header we may not get. */
import { build } from 'esbuild';

const made = new Map<string, Promise<string>>();

/**
 * @param entry path of a TypeScript file from the root of the project
 * @param words what it says, as JSON: for a file in a language of its own
 */
export function bundle(entry: string, words?: string): Promise<string> {
  const key = `${entry} ${words}`;
  const known = import.meta.env.DEV ? undefined : made.get(key);
  const define: Record<string, string> = words === undefined ? {} : { WORDS: words };
  const bundled =
    known ??
    build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      tsconfig: 'tsconfig.json',
      legalComments: 'none',
      define,
    }).then((result) => result.outputFiles[0]?.text ?? '');
  made.set(key, bundled);
  return bundled;
}

export const script = (text: string) =>
  new Response(text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
