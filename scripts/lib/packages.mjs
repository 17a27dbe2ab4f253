/** Packages are installed again whenever the lock file is not the one they came from. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './node.mjs';
import { clock, Failure, root } from './steps.mjs';

/** The stamp is written after success, so an interrupted install is repeated. */
export function installPackages() {
  const stamp = join(root, 'node_modules', '.installed-from');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lock) return;
  const done = clock('Installing packages (about 30 s) …');
  const { status } = npm(process.execPath, ['ci', '--loglevel=error'], root);
  if (status !== 0) throw new Failure('FAILED: Installing packages. npm says above what is wrong.');
  writeFileSync(stamp, `${lock}\n`);
  done();
}
