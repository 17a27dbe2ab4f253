/** What takes long to make, kept in .cache by all it is made from, since most builds change little of it. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';

const DIGEST = 32;
const digest = (...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest();

/**
 * The bytes that `make` made of these parts, once. A file begins with the digest of its rest: one that is cut short or
 * mangled is made anew, and where none can be written each build makes its own.
 * @param kind names the folder: `pictures`
 * @param parts  all that the bytes depend on, the version of the way they are made included
 */
export async function kept(
  kind: string,
  parts: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array>,
  root = '.cache',
): Promise<Uint8Array> {
  const folder = `${root}/${kind}`;
  const file = `${folder}/${digest(...parts).toString('hex')}`;
  const found = await readFile(file).catch(() => undefined);
  if (found && digest(found.subarray(DIGEST)).equals(found.subarray(0, DIGEST)))
    return found.subarray(DIGEST);
  const made = await make();
  // Under a name of its own until it is whole: another build may read or write the same.
  const own = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(own, Buffer.concat([digest(made), made]));
    await rename(own, file);
  } catch {
    await rm(own, { force: true }).catch(() => {});
  }
  return made;
}
