/** Columns of a table as they are read: those that hold one text in several languages come together. */
import { localisedName } from './languages';
import type { Lang, TableFile } from './types';

interface Told {
  /** "note_en", "note_de". */
  names: readonly string[];
  title: string;
  description: string;
}

/** In the order of the table; a text in several languages is told by the column of the reader's. */
export function columnsOf(columns: TableFile['columns'], lang: Lang): readonly Told[] {
  const groups = Map.groupBy(columns, ({ name }) => localisedName(name) || name);
  return [...groups.values()].flatMap((group) => {
    const own = group.find(({ name }) => name.endsWith(`_${lang}`)) ?? group[0];
    if (!own) return [];
    return [
      {
        names: group.map(({ name }) => name),
        title: own.title[lang],
        description: own.description[lang],
      },
    ];
  });
}
