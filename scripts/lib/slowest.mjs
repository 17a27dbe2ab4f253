/** What a build spends its time on, by kind of file, from the lines in which Astro says what it has written. */
const LINE = /[├└]─ (\/\S*) \(\+([\d.]+)(ms|s|m)\)/;
const SECONDS = { ms: 0.001, s: 1, m: 60 };

/** The first that fits. */
const KINDS = [
  [/^\/releases\//, 'releases'],
  [/^\/img\/.*\.png$/, 'pictures'],
  [/^\/img\//, 'drawings as files'],
  [/^\/embed\/.*\.html$/, 'embeds'],
  [/\/charts\/.*\.html$/, 'chart pages'],
  [/\/moves\/.*\.html$/, 'lists of moves'],
  [/^\/(\w\w\/)?index\.html$/, 'stories'],
  [/\.html$/, 'other pages'],
  [/^\/oembed\//, 'oEmbed answers'],
  [/^\/data\//, 'files of data'],
  [/^\/fonts\//, 'typefaces'],
  [/^\/bundle\//, 'bundles'],
  [/./, 'scripts'],
];

/** Takes the lines of a build as they come; `said` names the slowest kinds, what is no file included. */
export function stopwatch() {
  const kinds = new Map();
  return {
    /** @param {string} line */
    take(line) {
      const [, path, amount, unit] = LINE.exec(line) ?? [];
      const kind = path && KINDS.find(([pattern]) => pattern.test(path))?.[1];
      if (!kind) return;
      const { seconds, files } = kinds.get(kind) ?? { seconds: 0, files: 0 };
      kinds.set(kind, { seconds: seconds + Number(amount) * SECONDS[unit], files: files + 1 });
    },
    /** @param {number} total Seconds of the whole build. */
    said(total, most = 3) {
      const written = [...kinds.values()].reduce((sum, { seconds }) => sum + seconds, 0);
      return [...kinds, ['reading and bundling', { seconds: total - written, files: 0 }]]
        .sort(([, a], [, b]) => b.seconds - a.seconds)
        .slice(0, most)
        .map(([kind, { seconds, files }]) => `${kind} ${seconds.toFixed(1)} s${files ? ` (${files})` : ''}`)
        .join(', ');
    },
  };
}
