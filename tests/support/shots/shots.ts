import sharp from 'sharp'
import type { PhotoFault } from '@/domain/photo-quality'
import { SeededRandom } from '../../e2e/mistaps/seeded-random'
import { darkColors, type Goods, type GoodsKind, goodsColors, goodsKinds, paleColors } from './goods'

type Meant = PhotoFault | 'fine'

/** A synthetic phone photo as a JPEG, 900 px on its longest side, and what it is meant to be judged as. */
export interface Shot {
  name: string
  meant: Meant
  jpeg: Buffer
}

/** Portrait, landscape, square, and the narrow portrait of long phones. */
const shapes = [
  [675, 900],
  [900, 675],
  [900, 900],
  [506, 900],
] as const

interface Scene {
  goods: Goods
  width: number
  height: number
  /** Larger side of the goods by the smaller side of the picture; above 1 they fill it. */
  size: number
  /** Place of the goods' middle in the picture, 0 to 1. */
  at: readonly [x: number, y: number]
  ground: string
  grounds: 'plain' | 'lit' | 'wood' | 'cloth'
}

/** The ground: plain, unevenly lit, wooden, or woven. */
function groundParts({ ground, grounds, width, height }: Scene, seed: number): string {
  const base = `<rect width="${width}" height="${height}" fill="${ground}"/>`
  const light =
    '<linearGradient id="light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".25"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient>'
  const frequency = grounds === 'wood' ? '.004 .06' : '.25'
  const texture = `<filter id="texture" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="3" seed="${seed}"/><feColorMatrix values="0 0 0 0 .2  0 0 0 0 .12  0 0 0 0 .05  .9 0 0 0 -.28"/></filter>`
  if (grounds === 'plain') return base
  if (grounds === 'lit')
    return `<defs>${light}</defs>${base}<rect width="${width}" height="${height}" fill="url(#light)"/>`
  return `<defs>${texture}</defs>${base}<rect width="${width}" height="${height}" filter="url(#texture)"/>`
}

function sceneSvg(scene: Scene, seed: number): Buffer {
  const { width, height, goods, size, at } = scene
  const drawn = size * Math.min(width, height)
  // a bottle may be as high as a portrait
  const side =
    goods.ratio < 1 && size > 0.4
      ? Math.min(height * Math.min(size, 0.92), (width / goods.ratio) * 0.8)
      : drawn
  const [x, y] = [at[0] * width - side / 2, at[1] * height - side / 2]
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${groundParts(scene, seed)}<g transform="translate(${x} ${y}) scale(${side / 100})">${goods.parts}</g></svg>`,
  )
}

interface Raw {
  data: Uint8Array | Uint8ClampedArray
  width: number
  height: number
}

/** Averages the picture with itself along a line of this length in px, as a moving hand does. */
function shake({ data, width, height }: Raw, length: number, angle: number): Raw {
  const sums = new Float32Array(data.length)
  const steps = Math.ceil(length / 3)
  for (let step = 0; step < steps; step++) {
    const along = (step / steps - 0.5) * length
    const shift = (Math.round(Math.sin(angle) * along) * width + Math.round(Math.cos(angle) * along)) * 3
    // what leaves the picture at one side comes in at the other
    for (let at = 0, from = (shift + data.length) % data.length; at < data.length; at++, from++) {
      if (from === data.length) from = 0
      sums[at] = (sums[at] as number) + (data[from] as number)
    }
  }
  const shaken = new Uint8Array(data.length)
  for (let at = 0; at < shaken.length; at++) shaken[at] = (sums[at] as number) / steps
  return { data: shaken, width, height }
}

/** Scales the light and adds the noise of a sensor. @param noise standard deviation, of 255 */
function expose({ data, width, height }: Raw, light: number, noise: number, random: SeededRandom): Raw {
  // a sum of three equal distributions is nearly a normal one
  const grains = Float32Array.from(
    { length: 65_521 },
    () => (random.roll() + random.roll() + random.roll() - 1.5) * 2 * noise,
  )
  // an array that clamps to 0 and 255; globals such as Math are slow in a test's inner loop
  const exposed = new Uint8ClampedArray(data.length)
  for (let at = 0, grain = 0; at < exposed.length; at++, grain++) {
    if (grain === grains.length) grain = 0
    exposed[at] = (data[at] as number) * light + (grains[grain] as number)
  }
  return { data: exposed, width, height }
}

const between = (random: SeededRandom, low: number, high: number) => low + random.roll() * (high - low)

const place = (random: SeededRandom, spread: number) =>
  [between(random, 0.5 - spread, 0.5 + spread), between(random, 0.5 - spread, 0.5 + spread)] as const

const grounds = ['#f2efe9', '#d9d4c8', '#b8bdb9', '#c9a57a', '#8fa08a', '#6e5a48', '#ffffff', '#a9b9c6']
const lightGrounds = ['#f2efe9', '#d9d4c8', '#ffffff', '#c9a57a']

const fineKinds: readonly GoodsKind[] = ['heap', 'bottle', 'box', 'grains', 'drawing', 'single', 'bottle']

/** The scene of a shot. The first fine ones are dark goods on a light ground, white goods on white, and bottles in portrait. */
function sceneOf(meant: Meant, at: number, random: SeededRandom): Scene {
  const [width, height] = random.pick(shapes)
  const kind = fineKinds[at % fineKinds.length] ?? 'heap'
  const any = {
    width,
    height,
    ground: random.pick(grounds),
    grounds: random.pick(['plain', 'lit', 'wood', 'cloth'] as const),
  }
  const near = { size: between(random, 0.55, 1.15), at: place(random, 0.06) }
  if (meant === 'far') {
    const small = random.pick(['heap', 'single', 'bottle', 'box'] as const)
    return {
      ...any,
      goods: goodsKinds[small](random, random.pick(goodsColors)),
      size: between(random, 0.08, 0.24),
      at: place(random, 0.3),
      grounds: random.pick(['plain', 'lit']),
    }
  }
  if (meant === 'fine' && at < 4)
    return {
      ...{ ...any, ...near, ground: random.pick(lightGrounds) },
      goods: goodsKinds[at % 2 ? 'heap' : 'grains'](random, darkColors[at] ?? '#211c1e'),
      size: at % 2 ? 0.8 : 1.5,
    }
  if (meant === 'fine' && at < 8)
    return {
      ...{ ...any, ...near, ground: '#f7f5f1', grounds: random.pick(['plain', 'lit'] as const) },
      goods: goodsKinds[(['single', 'bottle', 'box', 'heap'] as const)[at - 4] ?? 'box'](
        random,
        paleColors[at - 4] ?? '#fbfaf6',
      ),
    }
  if (meant === 'fine' && at < 11)
    return {
      ...any,
      ...near,
      width: 675,
      height: 900,
      size: 0.9,
      goods: goodsKinds.bottle(random, random.pick(goodsColors)),
    }
  const size = kind === 'grains' || kind === 'drawing' ? 1.5 : near.size
  return { ...any, ...near, size, goods: goodsKinds[kind](random, random.pick(goodsColors)) }
}

async function takeShot(meant: Meant, at: number, random: SeededRandom): Promise<Shot> {
  const scene = sceneOf(meant, at, random)
  let picture = sharp(sceneSvg(scene, at + 1)).removeAlpha()
  const isShaken = meant === 'blurred' && at % 3 === 0
  // the lens of a phone is not perfectly sharp either
  picture = picture.blur(
    meant === 'blurred' && !isShaken ? between(random, 5, 15) : between(random, 0.5, 1.1),
  )
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  let raw: Raw = { data, width: info.width, height: info.height }
  if (isShaken) raw = shake(raw, Math.round(between(random, 27, 60)), random.roll() * Math.PI)
  raw =
    meant === 'dark'
      ? expose(raw, between(random, 0.05, 0.24), between(random, 3, 7), random)
      : expose(raw, between(random, 0.85, 1.05), between(random, 1, 5), random)
  const jpeg = await sharp(raw.data, { raw: { width: raw.width, height: raw.height, channels: 3 } })
    .jpeg({ quality: Math.round(between(random, 55, 92)) })
    .toBuffer()
  return {
    name: `${meant} ${at} ${scene.goods.name} ${scene.grounds} ${scene.width}×${scene.height}`,
    meant,
    jpeg,
  }
}

const kinds = ['dark', 'blurred', 'far', 'fine'] as const

/** The shots of each kind that are taken, by their numbers from 0. */
export type ShotNumbers = Record<(typeof kinds)[number], readonly number[]>

/** Takes shots of a series with `each` of a kind; equal seeds and numbers give equal shots. */
export function takeShots(seed: number, each: number, taken: ShotNumbers): Promise<Shot[]> {
  const seeds = new SeededRandom(seed)
  const shots = kinds.flatMap((meant) =>
    Array.from({ length: each }, (_, at) => ({ meant, at, seed: seeds.roll() * 2 ** 32 })),
  )
  return Promise.all(
    shots
      .filter(({ meant, at }) => taken[meant].includes(at))
      .map((shot) => takeShot(shot.meant, shot.at, new SeededRandom(shot.seed))),
  )
}
