/** The same moves as a newsroom would draw them: D3 in the reader's browser, rows from a CSV file. */
/* global d3 */
const COMPANIES = ['openai', 'meta', 'xai', 'tesla'];
const NAMES = { openai: 'OpenAI', meta: 'Meta', xai: 'xAI', tesla: 'Tesla' };
const COLOURS = { openai: '#2a8279', meta: '#3a56c8', xai: '#bd8400', tesla: '#961a10' };
const GAP = 30;

d3.csv('moves.csv').then((moves) => {
  const container = d3.select('#chart');
  const width = container.node().clientWidth;
  const height = 480;
  const margin = { left: 70, right: 70, top: 10 };
  const size = (height - margin.top - GAP * COMPANIES.length) / moves.length;

  /** Gives every move its height at one side: by company there, then by company at the other side. */
  function stack(here, there, key) {
    let y = margin.top;
    const tops = {};
    for (const company of COMPANIES) {
      tops[company] = y;
      const own = moves.filter((d) => d[here] === company);
      own.sort((a, b) => d3.ascending(COMPANIES.indexOf(a[there]), COMPANIES.indexOf(b[there])));
      for (const move of own) {
        move[key] = y + size / 2;
        y += size;
      }
      y += GAP;
    }
    return tops;
  }
  const leave = stack('from_org', 'to_org', 'y0');
  const arrive = stack('to_org', 'from_org', 'y1');

  const svg = container.append('svg').attr('width', width).attr('height', height);
  const link = d3
    .linkHorizontal()
    .source((d) => [margin.left, d.y0])
    .target((d) => [width - margin.right, d.y1]);
  const tooltip = d3.select('body').append('div').attr('class', 'tooltip').style('display', 'none');
  let chosen = null;

  const threads = svg
    .selectAll('.thread')
    .data(moves)
    .join('path')
    .attr('class', (d) => `thread mark ${d.status.startsWith('confirmed') ? 'confirmed' : 'reported'}`)
    .attr('d', link)
    .attr('stroke', (d) => COLOURS[d.from_org])
    .attr('stroke-width', Math.max(1, size - 1))
    .on('mousemove', (event, d) => {
      tooltip
        .style('display', 'block')
        .style('left', `${event.clientX + 12}px`)
        .style('top', `${event.clientY + 12}px`)
        .text(`${d.person}, ${NAMES[d.from_org]} to ${NAMES[d.to_org]}, ${d.date}`);
    })
    .on('mouseleave', () => tooltip.style('display', 'none'))
    .on('click', (_event, d) => {
      chosen = chosen === d ? null : d;
      svg.classed('some-chosen', chosen !== null);
      threads.classed('chosen', (one) => one === chosen);
      d3.select('#details').text(
        chosen
          ? `${d.person}: ${NAMES[d.from_org]} to ${NAMES[d.to_org]}, ${d.date}, ${d.status}. ${d.to_role_en}`
          : 'Choose a thread to read about it.',
      );
    });

  for (const [tops, x, anchor] of [
    [leave, margin.left - 6, 'end'],
    [arrive, width - margin.right + 6, 'start'],
  ]) {
    svg
      .append('g')
      .selectAll('text')
      .data(COMPANIES)
      .join('text')
      .attr('x', x)
      .attr('y', (d) => tops[d] + 14)
      .attr('text-anchor', anchor)
      .attr('fill', (d) => COLOURS[d])
      .text((d) => NAMES[d]);
  }
});
