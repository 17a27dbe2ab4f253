/** Two ribbons that cross, in the colours of the first two companies. */
import { organisationColours } from '~/kit/palette';

const THEMES = ['light', 'dark'] as const;

export const GET = () => {
  const [under, over] = organisationColours();
  const [light, dark] = THEMES.map(
    (theme) => `.under { stroke: ${under?.[theme].mark} } .over { stroke: ${over?.[theme].mark} }`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <style>
    path { fill: none; stroke-width: 8 }
    .casing { stroke: #000; stroke-width: 12.5 }
    ${light}
    @media (prefers-color-scheme: dark) { ${dark} }
  </style>
  <!-- The casing is cut out, not painted: paper is whatever colour the tab has. -->
  <mask id="casing" maskUnits="userSpaceOnUse" x="0" y="0" width="32" height="32">
    <rect width="32" height="32" fill="#fff"/>
    <path class="casing" d="M0 25h3C15 25 17 7 29 7h3"/>
  </mask>
  <path class="under" d="M0 7h3C15 7 17 25 29 25h3" mask="url(#casing)"/>
  <path class="over" d="M0 25h3C15 25 17 7 29 7h3"/>
</svg>
`;
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
};
