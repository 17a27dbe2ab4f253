import { expect, test } from 'vitest';
import { inEvery } from '~/i18n/languages';
import { columnsOf } from './columns';

const column = (name: string) => ({ name, title: inEvery(`title of ${name}`), description: inEvery(name) });

test('columns that hold one text in several languages are told once, in the words of the reader’s', () => {
  const columns = ['id', 'note_en', 'note_de', 'from_org'].map(column);
  expect(columnsOf(columns, 'de')).toEqual([
    { names: ['id'], title: 'title of id', description: 'id' },
    { names: ['note_en', 'note_de'], title: 'title of note_de', description: 'note_de' },
    { names: ['from_org'], title: 'title of from_org', description: 'from_org' },
  ]);
});
