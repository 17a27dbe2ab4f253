/** The few words the script says, brought by the page in its language. */
let words: Record<string, string> | undefined;

/** `{name}` in a text is replaced; a missing text is its key, never an error at a reader. */
export function say(key: string, values: Record<string, string> = {}): string {
  if (!words) {
    try {
      words = JSON.parse(document.getElementById('cf-words')?.textContent ?? '{}') as Record<string, string>;
    } catch {
      words = {};
    }
  }
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
