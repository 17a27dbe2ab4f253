/*
 * Plays the host's half of pym.js: it names itself to the frame in its address (childId), and says the width only
 * when the window changes.
 */
const width = () => document.body.offsetWidth;
const own = new URLSearchParams({
  initialWidth: width(),
  childId: 'pym-0',
  parentTitle: '',
  parentUrl: location.href,
});
const frame = window.frameOf({
  src: `${window.asked.get('src')}?${own}`,
  width: '100%',
  scrolling: 'no',
  frameborder: 0,
});
addEventListener('resize', () =>
  frame.contentWindow.postMessage(['pym', 'pym-0', 'width', width()].join('xPYMx'), '*'),
);
addEventListener('message', ({ data }) => {
  if (typeof data !== 'string') return;
  const [, kind, value] = /^pymxPYMxpym-0xPYMx(\S+)xPYMx(.*)$/.exec(data) ?? [];
  if (kind === 'height') frame.setAttribute('height', `${parseInt(value, 10)}px`);
});
