/** A text as it may stand in an attribute of the head: one line, plain spaces. */
export const plainText = (text: string) => text.replace(/\s+/g, ' ').trim();
