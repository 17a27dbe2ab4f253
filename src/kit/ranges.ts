/** Places in a row of marks, counted from 0, as a page writes them: "0-9 12", shorter than each number or id. */

/** Those that follow each other as one, each once, in order. */
export function rangesOf(places: readonly number[]): string {
  const all = new Set(places);
  const sorted = [...all].sort((a, b) => a - b);
  const starts = sorted.filter((place) => !all.has(place - 1));
  const ends = sorted.filter((place) => !all.has(place + 1));
  return starts.map((start, i) => (start === ends[i] ? `${start}` : `${start}-${ends[i]}`)).join(' ');
}

/** The other way round. */
export const placesIn = (ranges: string): number[] =>
  ranges.split(' ').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
