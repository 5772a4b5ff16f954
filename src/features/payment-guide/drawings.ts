type Drawing = readonly [ground: string, strokes: string]

const paper =
  '<path d="M16 24h68v54H16z" fill="#fff9ee"/><path d="M20 28h60v46H20z" fill="none" stroke="#cda44a" stroke-width="2.5"/>'
const lines =
  '<path d="M28 49h24M28 57h34M28 65h18" stroke="#b9b1a0" stroke-width="3" stroke-linecap="round"/><path d="M36 38h28" stroke="#8b4a3a" stroke-width="4.5" stroke-linecap="round"/>'
const card =
  '<path d="M18 26h64a6 6 0 016 6v38a6 6 0 01-6 6H18a6 6 0 01-6-6V32a6 6 0 016-6z" fill="#fbfdff"/>'

/** Drawings in a 100 × 100 view box, in the style of the trades' drawings. The subject lies between 14 and 86. */
const drawings = {
  licence: [
    '#fbe8dc',
    `<ellipse cx="50" cy="83" rx="34" ry="3" fill="#e9cbb6"/>${paper}${lines}<circle cx="67" cy="63" r="9" fill="none" stroke="#d5392e" stroke-width="3"/><path d="M67 57l1.8 3.8 4.1.5-3 2.8.8 4.1-3.7-2-3.7 2 .8-4.1-3-2.8 4.1-.5z" fill="#d5392e"/>`,
  ],
  'no-licence': [
    '#eceeec',
    '<path d="M18 24h64v54H18z" fill="#f7f8f7" stroke="#a4ada7" stroke-width="3" stroke-dasharray="7 6"/><path d="M36 37l28 28M64 37L36 65" stroke="#a4ada7" stroke-width="7" stroke-linecap="round"/>',
  ],
  'sole-trader': [
    '#fcf0d0',
    '<path d="M24 44h52v41H24z" fill="#fff9ee"/><path d="M14 85h72" stroke="#c79f7d" stroke-width="4" stroke-linecap="round"/><path d="M24 22h52l7 20H17z" fill="#2e8b63"/><path d="M37 22h9l-2 20H31zM55 22h9l6 20H57z" fill="#fff9ee"/><path d="M17 42h13c0 11-13 11-13 0zM44 42h13c0 11-13 11-13 0zM70 42h13c0 11-13 11-13 0z" fill="#2e8b63"/><path d="M30 42h14c0 11-14 11-14 0zM57 42h13c0 11-13 11-13 0z" fill="#fff1df"/><path d="M30 66h40v19H30z" fill="#d9a968"/><circle cx="50" cy="54" r="6.5" fill="#f0c39a"/><path d="M43.5 53c0-10 13-10 13 0-4-2-9-2-13 0z" fill="#4a3a33"/><path d="M40 66c0-6 5-6 10-6s10 0 10 6z" fill="#d5392e"/>',
  ],
  company: [
    '#dcebf2',
    '<path d="M30 16h34v69H30z" fill="#6c93b8"/><path d="M64 38h20v47H64z" fill="#4f779c"/><path d="M16 85h72" stroke="#8aa0b3" stroke-width="4" stroke-linecap="round"/><path d="M36 23h7v8h-7zM51 23h7v8h-7zM36 37h7v8h-7zM51 37h7v8h-7zM36 51h7v8h-7zM51 51h7v8h-7zM70 46h8v7h-8zM70 59h8v7h-8zM70 72h8v7h-8z" fill="#e6f3fb"/><path d="M41 67h12v18H41z" fill="#fff0c9"/><path d="M47 67v18" stroke="#b97f16" stroke-width="2"/>',
  ],
  own: [
    '#e4f0df',
    '<path d="M0 70c25-9 75-9 100 0v30H0z" fill="#c79a63"/><path d="M8 80c26-7 58-7 84 0M14 90c24-5 48-5 72 0" fill="none" stroke="#a97d45" stroke-width="3" stroke-linecap="round"/><path d="M50 72V36M26 74V54M74 74V54" stroke="#3f7a3b" stroke-width="4" stroke-linecap="round"/><path d="M50 44c-12 0-19-8-18-20 11 1 19 9 18 20zM50 44c12 0 19-8 18-20-11 1-19 9-18 20z" fill="#67a857"/><path d="M26 58c-7 0-12-5-11-12 7 0 12 5 11 12zM26 58c7 0 12-5 11-12-7 0-12 5-11 12zM74 58c-7 0-12-5-11-12 7 0 12 5 11 12zM74 58c7 0 12-5 11-12-7 0-12 5-11 12z" fill="#7fb86c"/>',
  ],
  reseller: [
    '#f6e9d6',
    '<ellipse cx="50" cy="84" rx="36" ry="3" fill="#e2cdaf"/><path d="M12 36h42v36H12z" fill="#c48f4c"/><path d="M28 36h10v13l-5-3-5 3z" fill="#f3d9ae"/><path d="M20 62h14" stroke="#9b6d33" stroke-width="3" stroke-linecap="round"/><path d="M58 44h17l11 14v14H58z" fill="#d8503a"/><path d="M63 49h10l7 9H63z" fill="#dcebf2"/><path d="M10 72h78" stroke="#5b4a46" stroke-width="4" stroke-linecap="round"/><circle cx="27" cy="76" r="8" fill="#4a4644"/><circle cx="27" cy="76" r="3" fill="#d9d4cf"/><circle cx="72" cy="76" r="8" fill="#4a4644"/><circle cx="72" cy="76" r="3" fill="#d9d4cf"/>',
  ],
  'id-front': [
    '#dcebf2',
    `${card}<path d="M22 40h26M22 50h20M22 64h46" stroke="#a9bccb" stroke-width="4" stroke-linecap="round"/><circle cx="69" cy="42" r="7" fill="#f0c39a"/><path d="M62 41c0-11 14-11 14 0-4-2-10-2-14 0z" fill="#4a3a33"/><path d="M57 58c0-8 6-8 12-8s12 0 12 8z" fill="#6c93b8"/>`,
  ],
  'id-back': [
    '#dcebf2',
    `${card}<circle cx="29" cy="43" r="9" fill="#d5392e"/><path d="M29 36l2 4.5 5 .5-3.7 3.200 1.100 4.800-4.400-2.500-4.400 2.500 1.100-4.800L22 41l5-.5z" fill="#f3c25a"/><path d="M45 38h32M45 48h26M34 64h44" stroke="#a9bccb" stroke-width="4" stroke-linecap="round"/>`,
  ],
} as const satisfies Record<string, Drawing>

export type DrawingName = keyof typeof drawings

/** A drawing as a data URI for an `Image`, on both targets. */
export function drawingUri(name: DrawingName): string {
  const [ground, strokes] = drawings[name]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M0 0h100v100H0z" fill="${ground}"/>${strokes}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
