import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { picturesOf } from '../../compiler/first-pictures'
import { carriedSize, PICTURE_BYTES } from '../../compiler/pictures'

/** Noise is what packs worst. */
const noisy = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .webp({ quality: 90 })
    .toBuffer()

test.each([
  [375, 281],
  [375, 750],
  [120, 90],
])(
  'a photo of %i × %i, however busy, is carried as a JPEG of 12 KB at most, in its own form',
  async (width, height) => {
    const photo = await noisy(width, height)
    const small = await carriedSize(photo)
    if (!small) throw new Error('nothing is carried')
    expect(small.length).toBeLessThanOrEqual(PICTURE_BYTES)
    const seen = await sharp(small).metadata()
    expect(seen.format).toBe('jpeg')
    expect((seen.height ?? 0) / (seen.width ?? 1)).toBeCloseTo(height / width, 1)
  },
)

test('the pictures of a screen are those that are seen first, each once', () => {
  const hash = (sign: string) => sign.repeat(32)
  const img = (path: string) => `<img class="x" src="${path}" loading="lazy">`
  const html = [
    img(`https://shop.example/photos/${hash('b')}-375.webp`),
    img(`./photos/${hash('a')}-750.webp`),
    img(`./photos/${hash('b')}-375.webp`),
    img('data:image/svg+xml,%3Csvg%3E'),
  ].join('')
  expect(picturesOf(html)).toEqual([`/photos/${hash('b')}-375.webp`, `/photos/${hash('a')}-750.webp`])
})
