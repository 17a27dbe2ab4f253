/** Draws `careers`: lines behind, then person by person a casing in paper colour and the stays; soft edges are gradients. */
import type { ReactElement } from 'react';
import { Lines, type Mark, MarkPath, type Pen, Texts } from '~/kit/draw';
import type { Token } from '~/kit/palette';
import { round } from '~/kit/shapes';
import type { ChartComponent } from '../contract';
import type { CareersGeometry } from './drawn';
import type { Wash } from './fade';

export const Chart: ChartComponent<CareersGeometry> = ({ geometry, pen }) => (
  <>
    <defs>
      {geometry.threads.flatMap(({ marks }) =>
        marks.flatMap((mark) =>
          tonesOf(mark).map((tone) => gradient(geometry.washes.get(mark.id), tone, pen)),
        ),
      )}
    </defs>
    <Lines lines={geometry.lines} pen={pen} />
    {geometry.threads.map(({ casings, marks }) => (
      <g key={marks[0]?.id}>
        {casings.map((d) => (
          <path
            key={d}
            d={d}
            fill={pen.ink('paper')}
            stroke={pen.ink('paper')}
            strokeWidth={5}
            data-casing=""
          />
        ))}
        {marks.map((mark) => (
          <g key={mark.id} shapeRendering={geometry.crisp?.has(mark.id) ? 'crispEdges' : undefined}>
            <MarkPath
              mark={mark}
              pen={washed(pen, mark, geometry.washes.get(mark.id))}
              {...(geometry.outline === undefined ? {} : { outline: geometry.outline })}
            />
          </g>
        ))}
      </g>
    ))}
    <Texts labels={geometry.labels} pen={pen} />
  </>
);

/** An outlined mark has a second tone for its line, and it must fade as well. */
const tonesOf = (mark: Mark): readonly Token[] =>
  mark.look === 'said' ? [mark.tone, `${mark.tone}-text`] : [mark.tone];

const addressOf = (wash: Wash, tone: Token) => `${wash.id}-${tone}`;

function gradient(wash: Wash | undefined, tone: Token, pen: Pen): ReactElement[] {
  if (!wash) return [];
  const id = addressOf(wash, tone);
  const [[x1, y1], [x2, y2]] = [wash.from, wash.to];
  return [
    <linearGradient
      key={id}
      id={id}
      gradientUnits="userSpaceOnUse"
      x1={round(x1)}
      y1={round(y1)}
      x2={round(x2)}
      y2={round(y2)}
    >
      {wash.stops.map(({ at, opacity }) => (
        <stop key={`${at} ${opacity}`} offset={at} stopColor={pen.ink(tone)} stopOpacity={opacity} />
      ))}
    </linearGradient>,
  ];
}

/** The mark's own tones become its gradients; everything else stays as it is. */
function washed(pen: Pen, mark: Mark, wash: Wash | undefined): Pen {
  if (!wash) return pen;
  const tones = tonesOf(mark);
  return {
    ...pen,
    ink: (token) => (tones.includes(token) ? `url(#${addressOf(wash, token)})` : pen.ink(token)),
  };
}
