import fc from 'fast-check'
import { hexOf, oklchOf } from '@/domain/look/oklch'
import { photoSeed } from '@/domain/look/photo-seed'
import { forAll } from '../../support/for-all'

type Patch = [color: string, share: number]

const bytesOf = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
/** Pixels of a picture of 1000 pixels made of noisy colour patches; shares are percentages. */
const createPixels = (...patches: Patch[]): number[] =>
  patches.flatMap(([color, share]) =>
    Array.from({ length: share * 10 }, (_, at) =>
      bytesOf(color).map((value) => Math.min(255, Math.max(0, value + ((at * 7) % 13) - 6))),
    ).flat(),
  )
const hueOf = (pixels: number[]) => oklchOf(photoSeed(pixels) ?? '#000000').h
const expectHueNear = (hue: number, color: string) =>
  expect(Math.abs(((hue - oklchOf(color).h + 540) % 360) - 180)).toBeLessThan(12)

const [CHERRY, LEAF, HONEY, WALNUT, SKIN] = ['#b3202c', '#4f7d2a', '#d69a1e', '#86562a', '#e0b090']

describe('photoSeed', () => {
  it('returns the most frequent colour', () => {
    expectHueNear(hueOf(createPixels([CHERRY, 60], [LEAF, 40])), CHERRY)
    expectHueNear(hueOf(createPixels([CHERRY, 20], [LEAF, 80])), LEAF)
  })

  it('ignores white, grey and black backgrounds around a few goods', () => {
    expectHueNear(hueOf(createPixels(['#ffffff', 50], ['#9a9a98', 25], ['#151515', 15], [HONEY, 10])), HONEY)
  })

  it('ignores skin tones when another colour is present', () => {
    expectHueNear(hueOf(createPixels([SKIN, 70], [LEAF, 30])), LEAF)
    expectHueNear(hueOf(createPixels(['#8d5a3c', 60], [CHERRY, 40])), CHERRY)
  })

  it('returns brown for brown goods alone', () => {
    expectHueNear(hueOf(createPixels(['#f2f2f0', 40], [WALNUT, 60])), WALNUT)
  })

  it('returns undefined for a picture without a colour', () => {
    expect(photoSeed(createPixels(['#ffffff', 50], ['#808080', 50]))).toBeUndefined()
    expect(photoSeed([])).toBeUndefined()
  })

  it('treats reds on both sides of hue zero as one colour', () => {
    const red = (h: number) => hexOf({ l: 0.5, c: 0.18, h })
    expectHueNear(hueOf(createPixels([red(352), 30], [red(8), 30], [LEAF, 30])), red(0))
  })

  it('returns a valid hex colour or undefined for any pixels', () =>
    forAll(fc.uint8Array({ maxLength: 600 }), (pixels) => {
      expect(photoSeed(pixels) ?? '#000000').toMatch(/^#[0-9a-f]{6}$/)
    }))
})
