/* Plays WordPress around an embed of a site it does not know: wp-embed.js in its own few words. */
const SECRET = 'abc123DEF4';
const frame = window.frameOf({
  src: `${window.asked.get('src')}#?secret=${SECRET}`,
  sandbox: 'allow-scripts',
  security: 'restricted',
  width: 600,
  height: 338,
  // Hidden until it has spoken; the quoted link stands in its place.
  style: 'position: absolute; clip: rect(1px, 1px, 1px, 1px)',
});
frame.addEventListener('load', () =>
  frame.contentWindow.postMessage({ message: 'ready', secret: SECRET }, '*'),
);
addEventListener('message', ({ data, source }) => {
  if (!data?.secret || !data.message || !data.value || /[^a-zA-Z0-9]/.test(data.secret)) return;
  if (source !== frame.contentWindow || data.secret !== SECRET) return;
  if (data.message !== 'height') return;
  frame.removeAttribute('style');
  frame.height = String(Math.max(200, Math.min(1000, parseInt(data.value, 10))));
});
