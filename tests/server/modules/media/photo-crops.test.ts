import sharp from 'sharp'
import { type PhotoCrop, photoCrops } from '@/domain/photo'
import {
  cutCrop,
  placeCrop,
  type ScannedPicture,
  scanPicture,
} from '../../../../server/modules/photos/crop-photo'

const SEED = 20261202
const PICTURES = 40

/** Random numbers from 0 to 1, the same in every run. */
function createRandom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const grounds = ['#d9d4c7', '#8fa58a', '#6f7f8f', '#efe9dc', '#4f5a4a']
const fruits = ['#d8321f', '#f08a12', '#e8c51c', '#b3123f', '#7c2f9c']
const crops = Object.keys(photoCrops) as PhotoCrop[]

interface Scene {
  name: string
  width: number
  height: number
  /** The box around the fruit. */
  x: number
  y: number
  radius: number
  svg: string
}

/** A round fruit with seeds and a stalk somewhere on a calm ground; every second picture is upright, and every fourth has a table. */
function drawScene(i: number, random: () => number): Scene {
  const isPortrait = i % 2 === 1
  const [width, height] = isPortrait ? [1200, 1600] : [1200, 900]
  const radius = Math.round(90 + random() * 110)
  const place = (side: number) => Math.round(radius + 20 + random() * (side - 2 * radius - 40))
  const [x, y] = [place(width), place(height)]
  const ground = grounds[i % grounds.length]
  const fruit = fruits[Math.floor(i / grounds.length) % fruits.length]
  const shadows = Array.from(
    { length: 30 },
    () =>
      `<ellipse cx="${random() * width}" cy="${random() * height}" rx="${60 + random() * 160}" ry="${30 + random() * 80}" fill="${random() < 0.5 ? '#fff' : '#000'}" opacity="0.05"/>`,
  )
  const seeds = Array.from({ length: 14 }, () => {
    const [turn, far] = [random() * 2 * Math.PI, random() * radius * 0.8]
    return `<circle cx="${x + Math.cos(turn) * far}" cy="${y + Math.sin(turn) * far}" r="${radius * 0.07}" fill="#fff3c0" opacity="0.8"/>`
  })
  const table =
    i % 4 < 2 ? '' : `<rect y="${height * 0.55}" width="${width}" height="${height}" fill="#8b6a46"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${ground}"/>${table}${shadows.join('')}
    <circle cx="${x}" cy="${y}" r="${radius}" fill="${fruit}"/>${seeds.join('')}
    <path d="M${x} ${y - radius} q ${radius * 0.2} ${-radius * 0.1} ${radius * 0.4} 0" stroke="#2c5a1e" stroke-width="14" fill="none"/>
  </svg>`
  const name = `${i} (${isPortrait ? 'portrait' : 'landscape'}, ${x}/${y}, r ${radius})`
  return { name, width, height, x, y, radius, svg }
}

const random = createRandom(SEED)
const scenes = Array.from({ length: PICTURES }, (_, i) => drawScene(i, random))

/** Half as large as drawn, which is enough. */
const SHRUNK = 2

const render = ({ svg, width }: Scene) =>
  sharp(Buffer.from(svg))
    .resize({ width: width / SHRUNK })
    .webp({ quality: 78 })
    .toBuffer()

let pictures: ScannedPicture[]
beforeAll(async () => {
  pictures = await Promise.all(scenes.map(async (scene) => scanPicture(await render(scene))))
})

/** The part of a stretch that lies in another one. */
const overlap = (middle: number, radius: number, start: number, length: number): number =>
  Math.max(0, Math.min(start + length, middle + radius) - Math.max(start, middle - radius)) / (2 * radius)

/** What a crop shows of a scene: whether the middle of its fruit, which part of the fruit's box, and which part it could show at most. */
async function measure(scene: Scene, picture: ScannedPicture, crop: PhotoCrop) {
  const part = await placeCrop(picture, crop)
  const [x, y, radius] = [scene.x / SHRUNK, scene.y / SHRUNK, scene.radius / SHRUNK]
  return {
    hasMiddle: x >= part.left && x <= part.left + part.width && y >= part.top && y <= part.top + part.height,
    shown: overlap(x, radius, part.left, part.width) * overlap(y, radius, part.top, part.height),
    possible: Math.min(1, part.width / (2 * radius)) * Math.min(1, part.height / (2 * radius)),
  }
}

describe('crops', () => {
  it.each(crops)(
    'shows the middle of what 40 pictures show in the crop %s, and four fifths of it where it fits',
    async (crop) => {
      const lost: string[] = []
      const cut: string[] = []
      let fitting = 0
      for (const [i, scene] of scenes.entries()) {
        const { hasMiddle, shown, possible } = await measure(scene, pictures[i] as ScannedPicture, crop)
        if (!hasMiddle) lost.push(scene.name)
        if (possible < 0.8) continue
        fitting++
        if (shown < 0.8) cut.push(`${scene.name}: ${Math.round(shown * 100)} %`)
      }
      expect({ lost, cut }).toEqual({ lost: [], cut: [] })
      expect(fitting).toBeGreaterThanOrEqual(crop === 'head-wide' ? 10 : PICTURES)
    },
  )

  it('cuts out the part that holds the subject', async () => {
    const picture = pictures[1] as ScannedPicture
    const part = await placeCrop(picture, 'head')
    const expected = await sharp(picture.bytes).extract(part).resize(10, 5, { fit: 'fill' }).raw().toBuffer()
    const made = await sharp(await cutCrop(picture, 'head'))
      .resize(10, 5, { fit: 'fill' })
      .raw()
      .toBuffer()
    const difference = made.reduce((sum, value, i) => sum + Math.abs(value - (expected[i] ?? 0)), 0)
    expect(difference / made.length).toBeLessThan(6)
  })

  it('crops a picture in which nothing stands out, a tiny one and a narrow one', async () => {
    for (const [width, height] of [
      [1200, 900],
      [3, 2],
      [40, 2400],
      [1200, 10],
    ] as const) {
      const plain = sharp({ create: { width, height, channels: 3, background: '#7a4a20' } })
      const picture = await scanPicture(await plain.webp().toBuffer())
      for (const crop of crops) {
        const { format, ...made } = await sharp(await cutCrop(picture, crop)).metadata()
        expect({ format, width: made.width, height: made.height }).toEqual({
          format: 'webp',
          ...photoCrops[crop],
        })
      }
    }
  })
})
