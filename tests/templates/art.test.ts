import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { trades } from '@/domain/shop/trade'
import { artSvg, artUri } from '@/ui/art/art'

/** Decodes the picture to 40 × 40 RGBA pixels. */
const pixels = (svg: string) => sharp(Buffer.from(svg)).resize(40, 40).ensureAlpha().raw().toBuffer()

const colors = (raw: Buffer) =>
  new Set(Array.from({ length: raw.length / 4 }, (_, at) => raw.readUInt32BE(at * 4)))

describe.each(trades)('artSvg of %s', (trade) => {
  it('is small, opaque and free of text and links', async () => {
    const svg = artSvg(trade)
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(1200)
    expect(svg).not.toMatch(/<text|<image|href|script/)
    const raw = await pixels(svg)
    for (const corner of [0, 39, 39 * 40, 40 * 40 - 1]) expect(raw[corner * 4 + 3]).toBe(255)
    expect(colors(raw).size).toBeGreaterThan(20)
  })

  it('encodes to a data URI that an image can load', () => {
    const uri = artUri(trade)
    expect(uri).toMatch(/^data:image\/svg\+xml,[A-Za-z0-9%._~!*'()-]+$/)
    expect(decodeURIComponent(uri.slice('data:image/svg+xml,'.length))).toBe(artSvg(trade))
  })
})

test('artSvg differs for every trade', () => {
  expect(new Set(trades.map(artSvg)).size).toBe(trades.length)
})

describe('drawing of a seeded product', () => {
  const folder = path.resolve(__dirname, '../../mock-server/art')
  const files = readdirSync(folder).filter((file) => file.endsWith('.svg'))

  it('exists at least twenty times', () => expect(files.length).toBeGreaterThanOrEqual(20))

  it.each(files)('renders %s as a square of 800 px', async (file) => {
    const svg = readFileSync(path.join(folder, file), 'utf8')
    expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ width: 800, height: 800 })
    expect(svg).not.toMatch(/<text|<image|https?:(?!\/\/www\.w3\.org\/2000\/svg)/)
    expect(colors(await pixels(svg)).size).toBeGreaterThan(50)
  })
})
