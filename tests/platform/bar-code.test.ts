/** @jest-environment node */
import { toBuffer } from 'bwip-js/node'
import sharp from 'sharp'
import { type Pixels, readBarCode } from '@/platform/media/bar-code'

const WAYBILL = '78123456789012'

interface Photo {
  kind?: 'code128' | 'code39'
  text?: string
  /** In degrees, clockwise. */
  angle?: number
  /** Radius in px. */
  blur?: number
  /** Share of the light that is left. */
  light?: number
}

/** A waybill on a table, as a camera would take it: print around the code, turned, blurred or dim. */
async function photograph({
  kind = 'code128',
  text = WAYBILL,
  angle = 0,
  blur = 0,
  light = 1,
}: Photo): Promise<Pixels> {
  const code = await toBuffer({ bcid: kind, text, scale: 3, height: 16, includetext: true, padding: 12 })
  const print = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#f4f1ea"/>
    <g font-size="34" fill="#222"><text x="60" y="80">ZTO EXPRESS 2026-11-29</text><text x="60" y="500">410-32 A01 B7</text></g></svg>`,
  )
  const sheet = await sharp(print)
    .composite([{ input: code, top: 160, left: 120 }])
    .png()
    .toBuffer()
  const turned = sharp(sheet).rotate(angle, { background: '#8a7a66' }).linear(light, 0)
  const taken = blur > 0 ? turned.blur(blur) : turned
  const { data, info } = await taken.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

describe('readBarCode', () => {
  it.each<[string, Photo]>([
    ['that lies straight', {}],
    ['that is upside down', { angle: 180 }],
    ['that was taken sideways', { angle: 90 }],
    ['that was taken sideways from the other side', { angle: 270 }],
    ['that is slanted to the right', { angle: 12 }],
    ['that is slanted to the left', { angle: -7 }],
    ['in dim light', { light: 0.35 }],
    ['that is a little blurred', { blur: 1.2 }],
  ])('reads the waybill of a photo %s', async (_how, photo) => {
    expect(readBarCode(await photograph(photo))).toBe(WAYBILL)
  })

  it('reads a waybill with letters and a package suffix, and Code 39', async () => {
    expect(readBarCode(await photograph({ text: 'JDVA00123456789-1-2-' }))).toBe('JDVA00123456789-1-2-')
    expect(readBarCode(await photograph({ kind: 'code39', text: 'SF1234567890' }))).toBe('SF1234567890')
  })

  it('finds nothing in a photo without a bar code', async () => {
    const { data, info } = await sharp({
      create: { width: 400, height: 300, channels: 4, background: '#b08d57' },
    })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(readBarCode({ data: new Uint8ClampedArray(data), width: info.width, height: info.height })).toBe(
      null,
    )
  })
})
