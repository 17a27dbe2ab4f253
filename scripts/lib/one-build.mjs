/**
 * One build at a time, and whole or not at all: it is made beside the place where it will stand, so that one that is
 * killed leaves nothing that looks like a site.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Failure } from './steps.mjs';

/**
 * @param {string} root  the project
 * @param {string} outDir  where the site will stand; what stands there stays until the new one is whole
 * @param {(unfinished: string) => Promise<unknown>} build  fills the folder it is given
 */
export async function oneBuild(root, outDir, build) {
  const cache = join(root, '.cache');
  const unfinished = join(cache, 'unfinished');
  const mark = join(cache, 'building');
  writing(root, cache, () => mkdirSync(cache, { recursive: true }));
  writing(root, mark, () => take(mark));
  try {
    writing(root, unfinished, () => remove(unfinished));
    await build(unfinished);
    writing(root, outDir, () => {
      mkdirSync(dirname(outDir), { recursive: true });
      remove(outDir);
      renameSync(unfinished, outDir);
    });
  } catch (error) {
    if (error instanceof Failure && existsSync(outDir))
      error.message += `\n${relative(root, outDir)}/ still holds the site of the last build that was whole.`;
    throw error;
  } finally {
    rmSync(mark, { force: true });
  }
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true });

/** The mark holds the number of the process that builds; that of a process which has ended says nothing. */
function take(mark) {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const other = Number(readFileSync(mark, 'utf8'));
    if (other !== process.pid && runs(other))
      throw new Failure(
        `another build of this folder is running (process ${other}). Expected one at a time: wait for it, or end it.`,
      );
    writeFileSync(mark, String(process.pid));
  }
}

function runs(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** What the file system refuses is a sentence, not a stack. */
function writing(root, path, work) {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure || !error.code) throw error;
    throw new Failure(
      `${relative(root, path)} cannot be written (${error.code}). Expected a place where a build can keep its files.`,
    );
  }
}
