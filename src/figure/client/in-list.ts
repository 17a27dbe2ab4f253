/** Which page of a list has a row, where the list is too long for one. */

/**
 * @param list  address of its first page
 * @returns undefined where the list stands on one page, or has no such row
 */
export async function entryIn(list: string, id: string): Promise<string | undefined> {
  try {
    const parts = (await (await fetch(`${list}parts.json`)).json()) as readonly (readonly string[])[];
    const part = parts.findIndex((ids) => ids.includes(id));
    return part < 0 ? undefined : `${list}${part > 0 ? `${part + 1}/` : ''}#${id}`;
  } catch {
    return undefined;
  }
}
