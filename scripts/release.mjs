/**
 * `npm run release` keeps the data of today as a release, which never changes; `-- --remove <name or row>` takes a
 * person out of the data and of every release.
 */
import { Failure, say } from './lib/steps.mjs';
import { siteModule } from './lib/typescript.mjs';

const USAGE =
  'Expected nothing, or --remove and a name as it stands in the data, or the id of one of the rows.';

async function main([option, ...rest]) {
  if (option !== undefined && option !== '--remove')
    throw new Failure(`unknown option "${option}". ${USAGE}`);
  const given = rest.join(' ');
  if (option === '--remove' && given === '') throw new Failure(`whom? ${USAGE}`);
  const { command } = await siteModule('src/pages/_release-command.ts');
  const { lines, failed } = command(given);
  for (const line of lines) say(line);
  if (failed) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Failure || error.problems ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
