import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { PhotoKind } from './in-page/states'

const SIDE = 600
const dataUri = (kind: string, bytes: Buffer) => `data:image/${kind};base64,${bytes.toString('base64')}`
const svgOf = (name: string) => readFileSync(path.resolve('mock-server/art', `${name}.svg`))

/** Returns a drawing as the address of an image. */
export const drawingUri = (name: string): string => dataUri('svg+xml', svgOf(name))

/** Returns a drawing as a photo of this kind would be: goods on a dark table, in glaring light, or upright and narrow. */
export async function photoUri(name: string, kind: PhotoKind): Promise<string> {
  const goods = await sharp(svgOf(name), { density: 200 })
    .resize(SIDE, SIDE, { fit: 'cover' })
    .png()
    .toBuffer()
  const pictures = {
    'dark photos': () => sharp(goods).modulate({ brightness: 0.32, saturation: 0.7 }),
    'bright photos': () => sharp(goods).linear(0.5, 140),
    'portrait photos': () =>
      sharp({ create: { width: SIDE, height: 1.8 * SIDE, channels: 3, background: '#5d4a38' } }).composite([
        { input: goods, top: SIDE / 2, left: 0 },
      ]),
  }
  return dataUri('jpeg', await pictures[kind]().flatten({ background: '#ffffff' }).jpeg().toBuffer())
}
