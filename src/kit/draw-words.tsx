/** Draws labels: lines of words, where they lead, and what is heard of them; in a file as outlines. */
import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Label, Span } from './items';
import { outlineText } from './outline';
import type { Pen } from './pen';
import { rangesOf } from './ranges';
import { spaced } from './text';

/** Which of a drawing's links a mark is, counted: what a total adds up is written in that, shorter than in ids. */
export type Order = ReadonlyMap<string, number>;

export function Text({
  label,
  silent,
  pen,
  size,
  order,
}: {
  label: Label;
  /** Passed over by a reader of the screen. */
  silent: boolean;
  pen: Pen;
  /** Of letters that do not say their own. */
  size?: number | undefined;
  order?: Order | undefined;
}): ReactElement | null {
  const [main] = label.lines[0]?.spans ?? [];
  if (!main) return null;
  const { family } = pen.type(main.face);
  const quiet: Pen = silent ? { ...pen, tabIndex: -1, ...(pen.unheard && { unheard: 'nameless' }) } : pen;
  // A link is called so itself.
  const spoken = isLink(main) ? undefined : main.spoken;
  const style = styleOf(main, pen);
  return (
    <text
      {...(label.lines.length === 1 ? at(label.lines[0]) : {})}
      {...style}
      fontSize={main.size === size ? undefined : main.size}
      fontFamily={family}
      fill={style.fill ?? (family ? pen.ink('ink') : undefined)}
      textAnchor={label.anchor === 'start' ? undefined : label.anchor}
      data-mark={markOf(label, pen, order)}
      aria-hidden={(silent && !pen.unheard) || undefined}
      {...(spoken && !silent && !pen.unheard ? { role: 'img', 'aria-label': spoken } : {})}
      opacity={pen.outlined ? 0 : undefined}
      {...(label.halo && !pen.outlined
        ? { stroke: pen.ink('paper'), strokeWidth: 4, strokeLinejoin: 'round' as const, paintOrder: 'stroke' }
        : {})}
    >
      {label.lines.length === 1
        ? linksOf(label.lines[0]?.spans ?? [], main, quiet, order)
        : label.lines.map((line, i, { length }) => (
            <tspan key={i} {...at(line)}>
              {linksOf(line.spans, main, quiet, order)}
              {/* Heard and found as one sentence: a space that ends a line is not seen, but it is anchored as letters are. */}
              {i < length - 1 && (label.anchor === 'start' ? ' ' : <tspan fontSize={0}> </tspan>)}
            </tspan>
          ))}
    </text>
  );
}

/** What a click on a name chooses: its mark, or where nobody hears them the place of that among the marks. */
function markOf({ mark }: Label, { unheard }: Pen, order: Order | undefined): string | undefined {
  if (mark === undefined || unheard === 'named') return undefined;
  return unheard ? order?.get(mark)?.toString() : mark;
}

const BEFORE = { start: 0, middle: 0.5, end: 1 };

/** A label in the place of its text. Its casing is an outline below it: not every program knows `paint-order`. */
export function Outlines({ label, pen }: { label: Label; pen: Pen }): ReactElement {
  const set = label.lines.flatMap((line) => {
    const texts = spaced(line.spans);
    const spans = line.spans.map((span, i) => ({
      ...outlineText(texts[i] ?? '', span.size, span.face),
      tone: span.tone,
    }));
    const { x, y } = at(line);
    let left = x - BEFORE[label.anchor] * spans.reduce((sum, { width }) => sum + width, 0);
    return spans.map(({ d, width, scale, tone }) => {
      const transform = `matrix(${scale} 0 0 ${-scale} ${Math.round(left * 100) / 100} ${y})`;
      left += width;
      return { d, transform, tone, scale };
    });
  });
  return (
    <>
      {label.halo
        ? set.map(({ d, transform, scale }, i) => (
            <path
              key={i}
              d={d}
              transform={transform}
              fill="none"
              stroke={pen.ink('paper')}
              strokeWidth={4 / scale}
              strokeLinejoin="round"
            />
          ))
        : null}
      {set.map(({ d, transform, tone }, i) => (
        <path key={i} d={d} transform={transform} fill={pen.ink(tone)} />
      ))}
    </>
  );
}

const at = (line: { x: number; y: number } | undefined) => ({
  x: Math.round(line?.x ?? 0),
  y: Math.round(line?.y ?? 0),
});

/** Only what differs from the page's own: size, weight and colour. */
function styleOf(span: Span, pen: Pen) {
  const { weight } = pen.type(span.face);
  return {
    fontSize: span.size,
    fontWeight: weight === 400 ? undefined : weight,
    fill: span.tone === 'ink' ? undefined : pen.ink(span.tone),
  };
}

interface Link {
  href?: string | undefined;
  target?: '_blank';
  'data-view'?: string;
  'data-sum'?: string;
  'data-list'?: string | undefined;
}

const isLink = ({ view, sums, row }: Span) => view !== undefined || sums !== undefined || row !== undefined;

/** Where a stretch leads, and how a script knows what it is: to a view, to the rows of what it adds up, to a row. */
function linkOf({ view, sums = [], row }: Span, pen: Pen, order: Order | undefined): Link {
  if (view !== undefined) return { href: pen.viewHref(view), 'data-view': view || 'all' };
  // What has no mark in this drawing still has its row.
  const ranges = rangesOf(sums.flatMap((id) => order?.get(id) ?? []));
  if (sums.length > 0) return { ...pen.sumLink(sums), ...(ranges && { 'data-sum': ranges }) };
  return (row && pen.rowLink(row)) ?? {};
}

/** Whether two stretches lead to the same, or both nowhere. */
const leadsAlike = (a: Span, b: Span) =>
  a.view === b.view && a.sums === b.sums && a.row === b.row && a.spoken === b.spoken;

/** A line: neighbours that lead to the same are one link, however many looks they have. */
function linksOf(spans: readonly Span[], main: Span, pen: Pen, order: Order | undefined): ReactElement[] {
  const starts = spans.flatMap((span, i) => {
    const before = spans[i - 1];
    return before && leadsAlike(before, span) ? [] : [i];
  });
  const words = wordsOf(spans, main, pen);
  return starts.map((start, i) => {
    const { href, target, 'data-list': list, ...known } = linkOf(spans[start] ?? main, pen, order);
    const run = words.slice(start, starts[i + 1]);
    if (!href) return <Fragment key={start}>{run}</Fragment>;
    return (
      <a
        key={start}
        href={href}
        target={target}
        tabIndex={pen.tabIndex}
        data-list={list}
        {...(pen.unheard ? {} : known)}
        aria-label={pen.unheard === 'nameless' ? undefined : spans[start]?.spoken}
      >
        {run}
      </a>
    );
  });
}

/** Each stretch as it looks, where that is not as the label does. */
function wordsOf(spans: readonly Span[], main: Span, pen: Pen): ReactNode[] {
  const texts = spaced(spans);
  return spans.map((span, i) => {
    const words = texts[i];
    const { fontSize, fontWeight, fill } = styleOf(span, pen);
    const own = {
      fontSize: span.size === main.size ? undefined : fontSize,
      fontWeight: span.face === main.face ? undefined : (fontWeight ?? 400),
      fill: span.tone === main.tone ? undefined : (fill ?? pen.ink('ink')),
    };
    const plain = Object.values(own).every((value) => value === undefined);
    return plain ? (
      words
    ) : (
      <tspan key={i} {...own}>
        {words}
      </tspan>
    );
  });
}
