import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { MAX_PICTURE_BYTES, toEmbeddedPicture } from '../../compiler/embedded-picture'
import { photosInHtml } from '../../compiler/render-shop'

/** Creates an image of noise, which compresses worst. */
const createNoiseImage = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .webp({ quality: 90 })
    .toBuffer()

test.each([
  [375, 281],
  [375, 750],
  [120, 90],
])(
  'a photo of %i × %i is embedded as a JPEG of at most 12 KB with the same aspect ratio',
  async (width, height) => {
    const photo = await createNoiseImage(width, height)
    const small = await toEmbeddedPicture(photo)
    if (!small) throw new Error('nothing is embedded')
    expect(small.length).toBeLessThanOrEqual(MAX_PICTURE_BYTES)
    const metadata = await sharp(small).metadata()
    expect(metadata.format).toBe('jpeg')
    expect((metadata.height ?? 0) / (metadata.width ?? 1)).toBeCloseTo(height / width, 1)
  },
)

test('the embedded pictures are the photos of the first screen and their crops, each once', () => {
  const hash = (sign: string) => sign.repeat(32)
  const img = (path: string) => `<img class="x" src="${path}" loading="lazy">`
  const html = [
    img(`https://shop.example/photos/${hash('b')}-375.webp`),
    img(`./photos/${hash('a')}-750.webp`),
    img(`./photos/${hash('b')}-375.webp`),
    img(`./photos/${hash('b')}-head-wide.webp`),
    img('data:image/svg+xml,%3Csvg%3E'),
  ].join('')
  expect(photosInHtml(html)).toEqual([
    `/photos/${hash('b')}-375.webp`,
    `/photos/${hash('a')}-750.webp`,
    `/photos/${hash('b')}-head-wide.webp`,
  ])
})
