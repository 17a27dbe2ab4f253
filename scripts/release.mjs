/**
 * `npm run release` keeps the data of today as a release, which never changes; `-- --remove <name or row>` takes a
 * person out of the data and of every release.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../src/i18n/content.ts';
import { drawRelease } from './lib/frozen.mjs';
import { Failure, root, say } from './lib/steps.mjs';
import { siteModule } from './lib/typescript.mjs';

const USAGE =
  'Expected nothing, or --remove and a name as it stands in the data, or the id of one of the rows.';

async function main([option, ...rest]) {
  if (option !== undefined && option !== '--remove')
    throw new Failure(`unknown option "${option}". ${USAGE}`);
  const given = rest.join(' ');
  if (option === '--remove' && given === '') throw new Failure(`whom? ${USAGE}`);
  const { command, discard, keepPages, repositoryCitation } = await siteModule(
    'src/pages/_release-command.ts',
  );
  const { lines, failed, undrawn } = command(given);
  if (failed) process.exitCode = 1;
  const tell = () => lines.forEach(say);
  // What a removal leaves to be done is known at once, whatever becomes of the pages.
  if (option || failed) tell();
  for (const release of undrawn) {
    try {
      keepPages(release, await drawRelease(release, `${CONTENT}/releases/${release}`));
    } catch (error) {
      // A new release is whole or none; one that lost a person stays without its pages rather than with them.
      if (option === undefined) discard(release);
      throw error;
    }
  }
  if (option || failed) return;
  const { file, text } = repositoryCitation();
  writeFileSync(join(root, file), text);
  tell();
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Failure || error.problems ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
