import type { Trade } from '@/domain/shop/trade'

type Drawing = readonly [ground: string, strokes: string]

/** A drawing per trade in a 100 × 100 view box. The subject lies between 14 and 86, so that a wide crop shows it. */
const drawings: Record<Trade, Drawing> = {
  fruit: [
    '#fde6dc',
    '<ellipse cx="50" cy="84" rx="25" ry="3" fill="#f2c8b7"/><path d="M50 36C43 28 21 29 21 51c0 18 13 33 22 33 4 0 4-2 7-2s3 2 7 2c9 0 22-15 22-33 0-22-22-23-29-15z" fill="#d5392e"/><path d="M60 33c13 8 15 29 4 49 8-4 15-17 15-31 0-15-10-20-19-18z" fill="#b92a25"/><path d="M29 53c0-9 4-13 9-14" fill="none" stroke="#f59a8b" stroke-width="4.5" stroke-linecap="round"/><path d="M50 38c-1-8 1-14 5-19" fill="none" stroke="#74451f" stroke-width="4" stroke-linecap="round"/><path d="M53 27c3-10 14-14 25-10-3 11-15 16-25 10z" fill="#5f9e3d"/><path d="M58 26c6-1 11-3 15-6" fill="none" stroke="#447a2a" stroke-width="1.8" stroke-linecap="round"/>',
  ],
  nuts: [
    '#f6e9d6',
    '<ellipse cx="52" cy="83" rx="34" ry="3" fill="#e2cdaf"/><path d="M42 19c17 0 27 13 27 29S58 76 42 76 15 64 15 48s10-29 27-29z" fill="#bb8650"/><path d="M42 19c6 9-5 17 0 28s-5 19 0 29M27 25c-6 8 3 15-3 23s3 12 1 20M57 25c5 8-3 13 2 21" fill="none" stroke="#875725" stroke-width="3" stroke-linecap="round"/><path d="M46 62c0-12 9-19 20-19s21 7 21 19-9 21-21 21-20-9-20-21z" fill="#9a6731"/><path d="M51 62c0-9 7-14 15-14s16 5 16 14-7 16-16 16-15-7-15-16z" fill="#6d431b"/><path d="M65 51c-6-2-11 3-10 8-3 3-1 8 3 8 0 5 5 7 8 4zM68 51c6-2 11 3 9 8 4 3 2 8-2 8 0 5-5 7-8 4z" fill="#edcb94"/><path d="M59 57c2 1 3 3 2 5M74 57c-2 1-3 3-2 5" fill="none" stroke="#c3975a" stroke-width="2" stroke-linecap="round"/>',
  ],
  grain: [
    '#fcf0d0',
    '<path d="M50 88V34M50 80C40 78 34 70 33 60M50 76c9-2 15-9 16-18" fill="none" stroke="#8f9b3a" stroke-width="3.5" stroke-linecap="round"/><path d="M50 30c-7-6-7-11 0-17 7 6 7 11 0 17zM48 43c-10 0-15-7-14-16 9 1 14 7 14 16zM52 43c10 0 15-7 14-16-9 1-14 7-14 16zM48 58c-10 0-16-7-15-16 9 1 15 7 15 16zM52 58c10 0 16-7 15-16-9 1-15 7-15 16zM48 73c-9 0-15-6-14-15 8 1 14 7 14 15zM52 73c9 0 15-6 14-15-8 1-14 7-14 15z" fill="#e3a52c"/><path d="M50 17v9M38 31l7 8M62 31l-7 8M37 46l8 8M63 46l-8 8M38 62l7 7M62 62l-7 7" stroke="#b97f16" stroke-width="1.8" stroke-linecap="round"/>',
  ],
  honey: [
    '#fff0c9',
    '<ellipse cx="50" cy="85" rx="27" ry="3" fill="#f0d58f"/><path d="M28 38h44c5 5 6 9 6 14v22c0 7-4 10-10 10H32c-6 0-10-3-10-10V52c0-5 1-9 6-14z" fill="#f3a61e"/><path d="M30 38h40l-3-8H33z" fill="#ffe1a0"/><path d="M27 17h46c3 0 4 2 4 4v7c0 2-1 4-4 4H27c-3 0-4-2-4-4v-7c0-2 1-4 4-4z" fill="#b8452c"/><path d="M29 24h42" stroke="#e58566" stroke-width="3" stroke-linecap="round"/><path d="M22 52h56v23H22z" fill="#fff8e6"/><path d="M50 55l7 4v8l-7 4-7-4v-8zM34 55l7 4v8l-7 4-7-4v-8zM66 55l7 4v8l-7 4-7-4v-8z" fill="#f3a61e"/><path d="M29 43c1-2 2-2 4-2" fill="none" stroke="#ffd987" stroke-width="4" stroke-linecap="round"/>',
  ],
  'eggs-meat': [
    '#eef2e2',
    '<ellipse cx="50" cy="85" rx="29" ry="3" fill="#d3dbc0"/><path d="M22 56C22 10 78 10 78 56" fill="none" stroke="#9b6d33" stroke-width="4"/><path d="M27 60c-2-15 3-26 11-26s14 11 12 26z" fill="#f0cda6"/><path d="M50 60c-2-15 4-26 12-26s13 11 11 26z" fill="#e9bd92"/><path d="M37 61c-3-18 4-31 13-31s16 13 13 31z" fill="#fbe6cd"/><path d="M44 48c0-6 2-9 5-10" fill="none" stroke="#fff6ea" stroke-width="3.5" stroke-linecap="round"/><path d="M18 56h64l-7 24c-1 3-3 5-7 5H32c-4 0-6-2-7-5z" fill="#c48f4c"/><path d="M24 66h52M26 76h48M34 60l4 24M50 60v24M66 60l-4 24" stroke="#9b6d33" stroke-width="2.5"/><path d="M18 57h64" stroke="#9b6d33" stroke-width="6" stroke-linecap="round"/>',
  ],
  inn: [
    '#dcebf2',
    '<path d="M0 74l20-30 14 14 30-42 36 52v32H0z" fill="#9dc2a8"/><path d="M0 84c22-8 74-8 100 0v16H0z" fill="#7fae83"/><path d="M22 50h56v35H22z" fill="#f8eedb"/><path d="M12 51c10-2 15-9 19-19h38c4 10 9 17 19 19l-2 4H14z" fill="#5b4a46"/><path d="M36 34l-7 18M45 34l-2 18M55 34l2 18M64 34l7 18" stroke="#77635d" stroke-width="2"/><path d="M43 62h14v23H43z" fill="#8d5a33"/><path d="M27 61h11v12H27zM62 61h11v12H62z" fill="#ffd676"/><path d="M32.5 61v12M67.5 61v12M27 67h11M62 67h11" stroke="#8d5a33" stroke-width="1.8"/><circle cx="81" cy="64" r="4.5" fill="#cf3a2a"/><path d="M81 55v5M81 68v5" stroke="#cf3a2a" stroke-width="2"/>',
  ],
  herbs: [
    '#e4f0df',
    '<path d="M50 56c-9 3-13 9-12 15 1 5-4 8-9 12 10-1 15-4 17-10 2 5 1 10-2 15 8-4 11-9 10-15 3 4 7 7 14 9-4-5-6-9-6-14 0-6-4-10-12-12z" fill="#d9b27c"/><path d="M43 64c2 1 4 1 5 0M41 70c2 1 3 1 4 0M55 66c2 1 4 0 5-1" fill="none" stroke="#a97d45" stroke-width="2" stroke-linecap="round"/><path d="M50 58V22" stroke="#3f7a3b" stroke-width="4" stroke-linecap="round"/><path d="M50 36c-8-4-10-13-1-23 10 9 9 19 1 23zM49 46c-9 7-22 3-25-10 13-4 23 1 25 10zM51 46c9 7 22 3 25-10-13-4-23 1-25 10z" fill="#67a857"/><path d="M50 18v12M30 38c6 1 12 3 17 7M70 38c-6 1-12 3-17 7" fill="none" stroke="#3f7a3b" stroke-width="2" stroke-linecap="round"/><path d="M43 54h14v5H43z" fill="#cf3a2a"/>',
  ],
  handicraft: [
    '#e7e9f6',
    '<circle cx="46" cy="52" r="33" fill="#c99a5b"/><circle cx="46" cy="52" r="27" fill="#fffaf0"/><path d="M42 13h8v8h-8z" fill="#a87838"/><path d="M46 58c1 9 0 14-3 20" fill="none" stroke="#4b8a45" stroke-width="3"/><path d="M45 70c-8 2-13-2-14-8 8-2 13 2 14 8z" fill="#5f9e57"/><path d="M46 50c-6-4-6-14 0-18 6 4 6 14 0 18zM46 50c2-7 10-12 16-9 0 7-8 12-16 9zM46 50c-2-7-10-12-16-9 0 7 8 12 16 9zM46 51c7-2 14 3 14 10-7 2-14-3-14-10zM46 51c-7-2-14 3-14 10 7 2 14-3 14-10z" fill="#d3423b"/><circle cx="46" cy="50" r="5" fill="#f3b02c"/><path d="M60 61c12 2 18-4 22-12" fill="none" stroke="#d3423b" stroke-width="2"/><path d="M78 62l12-36" stroke="#7c8798" stroke-width="3.5" stroke-linecap="round"/>',
  ],
  plain: [
    '#fbe8dc',
    '<path d="M20 44h60v41H20z" fill="#fff9ee"/><path d="M14 85h72" stroke="#c79f7d" stroke-width="4" stroke-linecap="round"/><path d="M20 18h60l9 24H11z" fill="#d8503a"/><path d="M32 18h12l-3 24H26zM56 18h12l6 24H59z" fill="#fff9ee"/><path d="M11 42h15c0 12-15 12-15 0zM41 42h18c0 12-18 12-18 0zM74 42h15c0 12-15 12-15 0z" fill="#d8503a"/><path d="M26 42h15c0 12-15 12-15 0zM59 42h15c0 12-15 12-15 0z" fill="#fff1df"/><path d="M27 56h24v16H27z" fill="#a9d3e2"/><path d="M57 56h16v29H57z" fill="#8d5a33"/><circle cx="69" cy="71" r="1.8" fill="#f3c25a"/><path d="M27 76h24v9H27z" fill="#d9a968"/><circle cx="33" cy="74" r="4" fill="#d5392e"/><circle cx="41" cy="73" r="4" fill="#f0a02a"/><circle cx="47" cy="75" r="3.5" fill="#6ba548"/>',
  ],
}

/** A trade's drawing as an SVG document with a filled background and no text. */
export function artSvg(name: Trade): string {
  const [ground, strokes] = drawings[name]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M0 0h100v100H0z" fill="${ground}"/>${strokes}</svg>`
}

/** A trade's drawing as a data URI for an `Image`, on both targets. */
export const artUri = (name: Trade): string => `data:image/svg+xml,${encodeURIComponent(artSvg(name))}`
