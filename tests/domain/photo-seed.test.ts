import fc from 'fast-check'
import { hexOf, oklchOf } from '@/domain/oklch'
import { photoSeed } from '@/domain/photo-seed'

type Patch = [colour: string, share: number]

const bytesOf = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
/** A picture of a thousand pixels, in fields of colour with a grain. */
const drawn = (...patches: Patch[]): number[] =>
  patches.flatMap(([colour, share]) =>
    Array.from({ length: share * 10 }, (_, at) =>
      bytesOf(colour).map((value) => Math.min(255, Math.max(0, value + ((at * 7) % 13) - 6))),
    ).flat(),
  )
const hueOf = (pixels: number[]) => oklchOf(photoSeed(pixels) ?? '#000000').h
const near = (hue: number, colour: string) =>
  expect(Math.abs(((hue - oklchOf(colour).h + 540) % 360) - 180)).toBeLessThan(12)

const [CHERRY, LEAF, HONEY, WALNUT, SKIN] = ['#b3202c', '#4f7d2a', '#d69a1e', '#86562a', '#e0b090']

test('is the colour of what is there most', () => {
  near(hueOf(drawn([CHERRY, 60], [LEAF, 40])), CHERRY)
  near(hueOf(drawn([CHERRY, 20], [LEAF, 80])), LEAF)
})

test('a table, a wall and a shadow say nothing: a few goods are enough', () => {
  near(hueOf(drawn(['#ffffff', 50], ['#9a9a98', 25], ['#151515', 15], [HONEY, 10])), HONEY)
})

test('a hand that holds the goods is not the goods', () => {
  near(hueOf(drawn([SKIN, 70], [LEAF, 30])), LEAF)
  near(hueOf(drawn(['#8d5a3c', 60], [CHERRY, 40])), CHERRY)
})

test('brown goods alone are brown', () => {
  near(hueOf(drawn(['#f2f2f0', 40], [WALNUT, 60])), WALNUT)
})

test('without a colour there is none', () => {
  expect(photoSeed(drawn(['#ffffff', 50], ['#808080', 50]))).toBeUndefined()
  expect(photoSeed([])).toBeUndefined()
})

test('reds on both sides of the beginning of the circle are one colour', () => {
  const red = (h: number) => hexOf({ l: 0.5, c: 0.18, h })
  near(hueOf(drawn([red(352), 30], [red(8), 30], [LEAF, 30])), red(0))
})

test('of any pixels it is a colour or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (pixels) => {
      expect(photoSeed(pixels) ?? '#000000').toMatch(/^#[0-9a-f]{6}$/)
    }),
  )
})
