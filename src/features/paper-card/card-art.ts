import type { CardPicture } from '@/domain/shop/paper-card'

type Drawing = readonly [ground: string, strokes: string]

/** A drawing per picture in a 100 × 100 view box: one plain thing each, told apart by its outline as well as by its colour. */
const drawings: Record<CardPicture, Drawing> = {
  sun: [
    '#fff0c9',
    '<circle cx="50" cy="50" r="20" fill="#f0a02a"/><path d="M50 12v12M50 76v12M12 50h12M76 50h12M23 23l9 9M68 68l9 9M77 23l-9 9M32 68l-9 9" stroke="#e07f10" stroke-width="6" stroke-linecap="round"/>',
  ],
  moon: [
    '#2f3f6b',
    '<path d="M62 16a36 36 0 1 0 22 52A30 30 0 0 1 62 16z" fill="#ffe28a"/><path d="M22 24l2 5 5 1-4 4 1 5-4-3-4 3 1-5-4-4 5-1z" fill="#fff6d6"/>',
  ],
  house: [
    '#dcebf2',
    '<path d="M50 16L12 50h10v34h56V50h10z" fill="#d8503a"/><path d="M26 50h48v34H26z" fill="#fff6e4"/><path d="M43 60h14v24H43z" fill="#8d5a33"/><path d="M64 22h9v15l-9-8z" fill="#8d5a33"/>',
  ],
  tree: [
    '#e4f0df',
    '<path d="M45 62h10v26H45z" fill="#7c4f27"/><path d="M50 10L22 44h12L18 66h64L66 44h12z" fill="#3f8a43"/>',
  ],
  flower: [
    '#eef2e2',
    '<path d="M50 56v32" stroke="#3f7a3b" stroke-width="5"/><path d="M50 78c10-12 20-12 24-10-2 10-14 14-24 10z" fill="#67a857"/><g fill="#d8437f"><circle cx="50" cy="22" r="12"/><circle cx="68" cy="35" r="12"/><circle cx="61" cy="56" r="12"/><circle cx="39" cy="56" r="12"/><circle cx="32" cy="35" r="12"/></g><circle cx="50" cy="41" r="11" fill="#f3b02c"/>',
  ],
  fish: [
    '#d9edf5',
    '<path d="M10 50c14-24 44-26 60-4l18-16v40L70 54C54 76 24 74 10 50z" fill="#2f7fb3"/><circle cx="28" cy="46" r="4.5" fill="#fff"/><circle cx="28" cy="46" r="2" fill="#1c2320"/><path d="M46 36c6 8 6 20 0 28" fill="none" stroke="#bfe1f2" stroke-width="4"/>',
  ],
  hen: [
    '#fcf0d0',
    '<path d="M26 84h40M40 72v12M56 72v12" stroke="#d18a16" stroke-width="5" stroke-linecap="round"/><path d="M30 28c12-6 20 4 20 16 8-6 22-8 34-16 4 28-8 46-30 46-20 0-32-14-24-46z" fill="#b5622c"/><path d="M24 34l-12 6 12 5z" fill="#e6a21f"/><path d="M26 24c0-8 6-10 8-6 4-6 10-2 8 5-4-1-10-1-16 1z" fill="#d5392e"/><circle cx="34" cy="34" r="3" fill="#1c2320"/>',
  ],
  cow: [
    '#e9efe2',
    '<path d="M22 30c-8 0-12-8-10-16 8 0 12 6 14 12zM78 30c8 0 12-8 10-16-8 0-12 6-14 12z" fill="#6b4a2a"/><path d="M28 24h44c8 16 8 34 0 50-8 14-36 14-44 0-8-16-8-34 0-50z" fill="#fff"/><path d="M30 24h20v22c-14 4-22-4-20-22z" fill="#3d3330"/><path d="M32 62c8-6 28-6 36 0 4 14-4 24-18 24S28 76 32 62z" fill="#f2b4a4"/><g fill="#1c2320"><circle cx="36" cy="46" r="3.5" fill="#fff"/><circle cx="64" cy="46" r="3.5"/><circle cx="43" cy="72" r="3"/><circle cx="57" cy="72" r="3"/></g>',
  ],
  rabbit: [
    '#e7e9f6',
    '<path d="M38 50C26 32 26 8 36 8s14 24 12 40zM62 50C74 32 74 8 64 8S50 32 52 48z" fill="#fff" stroke="#9aa0b8" stroke-width="3"/><circle cx="50" cy="64" r="25" fill="#fff" stroke="#9aa0b8" stroke-width="3"/><g fill="#1c2320"><circle cx="41" cy="60" r="3.5"/><circle cx="59" cy="60" r="3.5"/></g><path d="M46 70h8l-4 5z" fill="#e0607a"/>',
  ],
  bird: [
    '#fbe8dc',
    '<path d="M18 58c0-20 18-32 36-28 8 2 14 8 16 16l18 4-16 8c-2 16-16 26-30 24-14-1-24-10-24-24z" fill="#3a6ea8"/><path d="M30 56c12-10 26-6 30 6-10 10-24 8-30-6z" fill="#a9c8e6"/><circle cx="60" cy="44" r="3.5" fill="#fff"/><path d="M44 82v10M54 81v10" stroke="#d18a16" stroke-width="4" stroke-linecap="round"/>',
  ],
  butterfly: [
    '#fff6d6',
    '<g fill="#8a4bb0"><path d="M48 50C40 18 12 12 12 32s20 26 36 18zM52 50c8-32 36-38 36-18S68 58 52 50z"/><path d="M48 52c-8 2-26 8-24 22s22 4 24-22zM52 52c8 2 26 8 24 22s-22 4-24-22z" fill="#c489df"/></g><path d="M50 30v52" stroke="#3d3330" stroke-width="5" stroke-linecap="round"/><path d="M50 30c-2-8-8-12-12-12M50 30c2-8 8-12 12-12" fill="none" stroke="#3d3330" stroke-width="3"/>',
  ],
  apple: [
    '#e4f0df',
    '<path d="M50 36C43 28 21 29 21 51c0 18 13 33 22 33 4 0 4-2 7-2s3 2 7 2c9 0 22-15 22-33 0-22-22-23-29-15z" fill="#d5392e"/><path d="M50 36c-1-8 1-14 5-19" fill="none" stroke="#74451f" stroke-width="5" stroke-linecap="round"/><path d="M53 26c3-10 14-14 25-10-3 11-15 16-25 10z" fill="#5f9e3d"/>',
  ],
  carrot: [
    '#eaf3ef',
    '<path d="M34 36c12-8 24-2 28 8 4 10-24 38-44 46 2-22 4-46 16-54z" fill="#e8741e"/><path d="M30 54l10 6M26 68l9 5M46 40l8 8" stroke="#b4530c" stroke-width="3" stroke-linecap="round"/><path d="M54 40c-2-16 4-26 10-28 4 8 0 18-4 26 6-10 16-14 24-10-2 10-14 16-24 14z" fill="#4f9a3c"/>',
  ],
  corn: [
    '#e3eefb',
    '<path d="M50 10c14 8 18 32 12 60H38c-6-28-2-52 12-60z" fill="#f3c02c"/><path d="M38 28h24M36 40h28M36 52h28M44 16v52M56 16v52" stroke="#c98f10" stroke-width="2.5"/><path d="M36 88C20 76 18 56 24 42c10 8 16 24 20 46zM64 88c16-12 18-32 12-46-10 8-16 24-20 46z" fill="#5f9e3d"/>',
  ],
  egg: [
    '#d7e6c8',
    '<path d="M50 12c18 0 30 28 30 46S66 88 50 88 20 76 20 58s12-46 30-46z" fill="#f7dfc4"/><path d="M34 56c0-12 4-22 10-26" fill="none" stroke="#fff6ea" stroke-width="6" stroke-linecap="round"/>',
  ],
  bowl: [
    '#f6e9d6',
    '<path d="M12 46h76c0 22-14 36-28 38v4H40v-4C26 82 12 68 12 46z" fill="#2f6f9f"/><path d="M18 46c6-18 18-24 32-24s26 6 32 24z" fill="#fff"/><path d="M30 60c12 6 28 6 40 0" fill="none" stroke="#a9d3e2" stroke-width="4"/>',
  ],
  teapot: [
    '#fde6dc',
    '<path d="M24 46h46c4 22-4 40-23 40S20 68 24 46z" fill="#8b4b34"/><path d="M70 52c14-8 20 0 16 10-4 8-10 10-17 10" fill="none" stroke="#8b4b34" stroke-width="7"/><path d="M26 62C14 60 12 50 8 42" fill="none" stroke="#8b4b34" stroke-width="8" stroke-linecap="round"/><path d="M30 44c4-12 30-12 34 0z" fill="#a8654b"/><circle cx="47" cy="30" r="5" fill="#6d3623"/>',
  ],
  umbrella: [
    '#dff0f0',
    '<path d="M50 14v62c0 14-18 14-18 0" fill="none" stroke="#6b4a2a" stroke-width="5" stroke-linecap="round"/><path d="M10 54c2-24 20-38 40-38s38 14 40 38c-8-8-18-8-26 0-8-8-20-8-28 0-8-8-18-8-26 0z" fill="#c92f4f"/>',
  ],
  key: [
    '#fbf3d6',
    '<path d="M62 38a18 18 0 1 0-14 14l6 6h8v8h8v8h14V62z" fill="#d29a1c"/><circle cx="40" cy="34" r="6" fill="#fbf3d6"/>',
  ],
  bell: [
    '#e7e9f6',
    '<path d="M50 14c-18 0-24 14-24 30 0 14-6 20-10 26h68c-4-6-10-12-10-26 0-16-6-30-24-30z" fill="#e0a51e"/><path d="M16 70h68v6H16z" fill="#b47c0c"/><circle cx="50" cy="82" r="7" fill="#7c5408"/>',
  ],
  hat: [
    '#dcebf2',
    '<path d="M30 58c0-24 8-34 20-34s20 10 20 34z" fill="#e6c27a"/><path d="M28 52h44v8H28z" fill="#b5622c"/><path d="M6 66c0-8 20-10 44-10s44 2 44 10-20 12-44 12S6 74 6 66z" fill="#d9ab55"/><path d="M28 50h44v8H28z" fill="#b5622c"/>',
  ],
  boat: [
    '#cfe6f2',
    '<path d="M10 64h80L76 84H24z" fill="#8d5a33"/><path d="M48 10v50" stroke="#5b3a1e" stroke-width="5"/><path d="M52 14c18 8 28 24 30 44H52z" fill="#fff"/><path d="M44 22C32 30 24 44 22 58h22z" fill="#f0d8a0"/>',
  ],
  wheel: [
    '#eee7dc',
    '<circle cx="50" cy="50" r="34" fill="none" stroke="#5b4a46" stroke-width="8"/><circle cx="50" cy="50" r="8" fill="#5b4a46"/><path d="M50 18v64M18 50h64M27 27l46 46M73 27L27 73" stroke="#8d7a74" stroke-width="4"/>',
  ],
  ladder: [
    '#e8f2e4',
    '<path d="M36 10L26 90M64 10l10 80" stroke="#a8682a" stroke-width="7" stroke-linecap="round"/><path d="M34 26h32M32 42h36M30 58h40M28 74h44" stroke="#c98a45" stroke-width="6"/>',
  ],
}

const svgOf = (name: CardPicture): string => {
  const [ground, strokes] = drawings[name]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M0 0h100v100H0z" fill="${ground}"/>${strokes}</svg>`
}

/** A picture's drawing as a data URI for an `Image`, on both targets. */
export const cardArtUri = (name: CardPicture): string =>
  `data:image/svg+xml,${encodeURIComponent(svgOf(name))}`
