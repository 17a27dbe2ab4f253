/** Client scripts as one classic file each: a sandboxed frame refuses module scripts without a header we may not get. */
import { build } from 'esbuild';

const made = new Map<string, Promise<string>>();

/**
 * @param entry path of a TypeScript file from the root of the project
 * @param define what stands for names that it only declares, as JSON: the words of a language, a style sheet
 */
export function bundle(entry: string, define: Record<string, string> = {}): Promise<string> {
  const key = JSON.stringify([entry, define]);
  const known = import.meta.env.DEV ? undefined : made.get(key);
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
