/* Plays amp-iframe with the attribute "resizable". */
const frame = window.frameOf({
  src: window.asked.get('src'),
  sandbox: 'allow-scripts allow-popups',
  width: 600,
  height: 150,
  frameborder: 0,
  scrolling: 'no',
});
addEventListener('message', ({ data, source }) => {
  if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
  if (data.sentinel !== 'amp' || data.type !== 'embed-size') return;
  if (Number.isFinite(data.height)) frame.height = String(data.height);
});
