import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SeededRandom } from '../../e2e/mistaps/seeded-random'

const DRAWINGS = path.resolve('mock-server/art')

/** Goods that are darker than their ground in good light. */
export const darkColors = ['#7b1f1c', '#211c1e', '#3a231a', '#2c1d33']
export const paleColors = ['#f4efe6', '#e9dcc4', '#fbfaf6', '#dfe3e4']
const brightColors = ['#c0392b', '#d98a2b', '#8d5a33', '#5f8f3e', '#c9a227', '#b5763a']
export const goodsColors = [...darkColors, ...paleColors, ...brightColors]

/** The goods in a photo. `parts` are SVG in a box of 100 × 100, which the larger side of the goods fills. */
export interface Goods {
  name: string
  parts: string
  /** Width by height of the drawn part. */
  ratio: number
}

const shade = (id: string, color: string) =>
  `<radialGradient id="${id}" cx=".35" cy=".3" r=".85"><stop offset="0" stop-color="#fff" stop-opacity=".55"/>` +
  `<stop offset=".35" stop-color="${color}" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></radialGradient>`

const ball = (x: number, y: number, r: number, color: string, id: string) =>
  `<ellipse cx="${x}" cy="${y + r * 0.9}" rx="${r}" ry="${r * 0.25}" fill="#000" opacity=".18"/>` +
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${color}"/><circle cx="${x}" cy="${y}" r="${r}" fill="url(#${id})"/>`

/** Round goods that lie on each other: dates, beans, walnuts, eggs. */
function heap(random: SeededRandom, color: string): Goods {
  const size = 6 + random.roll() * 9
  const balls = Array.from({ length: Math.round(9000 / size ** 2) }, () => {
    const [angle, distance] = [random.roll() * 2 * Math.PI, Math.sqrt(random.roll()) * (49 - size)]
    return ball(50 + distance * Math.cos(angle), 50 + distance * Math.sin(angle), size, color, 'lit')
  })
  return { name: 'heap', parts: `<defs>${shade('lit', color)}</defs>${balls.join('')}`, ratio: 1 }
}

function single(_random: SeededRandom, color: string): Goods {
  return {
    name: 'single',
    parts: `<defs>${shade('lit', color)}</defs>${ball(50, 50, 46, color, 'lit')}`,
    ratio: 1,
  }
}

const textLines = (random: SeededRandom, x: number, y: number, width: number, lines: number, ink: string) =>
  Array.from({ length: lines }, (_, line) =>
    Array.from({ length: 5 }, (_, at) =>
      random.happens(0.85)
        ? `<rect x="${x + (at * width) / 5}" y="${y + line * 5}" width="${(width / 5) * 0.75}" height="3" fill="${ink}"/>`
        : '',
    ).join(''),
  ).join('')

/** A bottle or a jar with a label. */
function bottle(random: SeededRandom, color: string): Goods {
  const label = random.pick(['#f6f1e4', '#c0392b', '#e6c35c', '#2f5d46'])
  const ink = label === '#f6f1e4' ? '#4a2c1a' : '#fff7e0'
  const parts =
    `<defs><linearGradient id="lit"><stop offset="0" stop-color="#000" stop-opacity=".35"/><stop offset=".3" stop-color="#fff" stop-opacity=".45"/>` +
    `<stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".4"/></linearGradient></defs>` +
    `<ellipse cx="50" cy="98" rx="22" ry="2.5" fill="#000" opacity=".25"/>` +
    `<path id="b" d="M43 2h14v14c0 6 13 8 13 20v58q0 4-4 4H34q-4 0-4-4V36c0-12 13-14 13-20z" fill="${color}"/>` +
    `<rect x="42" y="1" width="16" height="8" fill="${label}"/><rect x="30" y="48" width="40" height="32" fill="${label}"/>` +
    `${textLines(random, 34, 54, 34, 4, ink)}` +
    `<path d="M43 2h14v14c0 6 13 8 13 20v58q0 4-4 4H34q-4 0-4-4V36c0-12 13-14 13-20z" fill="url(#lit)"/>`
  return { name: 'bottle', parts, ratio: 0.42 }
}

/** A box or a bag with print. */
function box(random: SeededRandom, color: string): Goods {
  const ink = paleColors.includes(color) ? '#5a3a24' : '#f8eed8'
  const parts =
    `<path d="M6 88h88l4 6H10z" fill="#000" opacity=".25"/><rect x="4" y="14" width="92" height="76" rx="3" fill="${color}"/>` +
    `<path d="M4 14h92v14H4z" fill="#000" opacity=".14"/><circle cx="30" cy="55" r="16" fill="${ink}"/>` +
    textLines(random, 54, 40, 36, 6, ink)
  return { name: 'box', parts, ratio: 1.2 }
}

/** Small things side by side: seeds, pepper, rice. */
function grains(random: SeededRandom, color: string): Goods {
  const parts = Array.from({ length: 900 }, () => {
    const [x, y, turn] = [random.roll() * 100, random.roll() * 100, random.roll() * 180]
    const light = 0.75 + random.roll() * 0.5
    return (
      `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(0)})"><ellipse rx="3.2" ry="1.9" cy=".6" fill="#000" opacity=".3"/>` +
      `<ellipse rx="3.2" ry="1.9" fill="${color}"/><ellipse rx="3.2" ry="1.9" fill="${light > 1 ? '#fff' : '#000'}" opacity="${Math.abs(light - 1).toFixed(2)}"/></g>`
    )
  })
  return { name: 'grains', parts: parts.join(''), ratio: 1 }
}

let drawings: string[] | undefined

/** A drawing of the demo world's goods. */
function drawing(random: SeededRandom): Goods {
  drawings ??= readdirSync(DRAWINGS)
    .filter((name) => !['village.svg', 'room.svg'].includes(name))
    .sort()
  const file = random.pick(drawings)
  const svg = readFileSync(path.join(DRAWINGS, file), 'utf8').replace(
    /<svg [^>]*>/,
    '<svg viewBox="0 0 800 800" width="100" height="100">',
  )
  return { name: file, parts: svg, ratio: 1 }
}

export const goodsKinds = { heap, single, bottle, box, grains, drawing }
export type GoodsKind = keyof typeof goodsKinds
