/**
 * The few words the script says. Put into each of its files that comes in a language of its own (pages/_bundle.ts);
 * a page whose own script speaks brings them itself.
 */
declare const WORDS: Readonly<Record<string, string>> | undefined;

let words: Readonly<Record<string, string>> | undefined;

/** `{name}` in a text is replaced; a missing text is its key, never an error at a reader. */
export function say(key: string, values: Record<string, string> = {}): string {
  words ??= typeof WORDS === 'undefined' ? ofPage() : WORDS;
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function ofPage(): Record<string, string> {
  try {
    return JSON.parse(document.getElementById('cf-words')?.textContent ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
