/** A file of a Data Package as it is answered, byte for byte. */

export const dataFile = (name: string, bytes: Uint8Array) =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': `${name.endsWith('.csv') ? 'text/csv' : 'application/json'}; charset=utf-8` },
  });
