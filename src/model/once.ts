/** What is made once for each package, whose rows never change, however many pages ask for it. */
import type { Dataset } from '~/data/types';

export function oncePer<K, T>(make: (data: Dataset, key: K) => T): (data: Dataset, key: K) => T {
  const made = new WeakMap<Dataset, Map<K, T>>();
  return (data, key) => {
    const byKey = made.get(data) ?? new Map<K, T>();
    made.set(data, byKey);
    const known = byKey.has(key) ? (byKey.get(key) as T) : make(data, key);
    byKey.set(key, known);
    return known;
  };
}
