import fc from 'fast-check'
import { hexOf, oklchOf } from '@/domain/oklch'
import { type Palette, paletteOf, READABLE, seeds } from '@/domain/palette'
import { contrast } from '@/domain/theme'

const SEEDS = 10_000

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** Text and what it stands on. The last three are the words of Kaizhang's own on a shop's ground. */
const pairs = (palette: Palette): [string, string][] => [
  [palette.onBrand, palette.brand],
  [palette.onSoft, palette.soft],
  [palette.onSoft, palette.ground],
  [palette.onSoft, '#ffffff'],
  [palette.price, palette.soft],
  [palette.price, palette.ground],
  [palette.price, '#ffffff'],
  ['#1c2320', palette.soft],
  ['#55605a', palette.soft],
  ['#55605a', palette.ground],
  ['#5d6761', palette.ground],
]

test(`of ${SEEDS} seeds each makes a palette that can be read`, () => {
  fc.assert(
    fc.property(colour, (seed) => {
      for (const [text, ground] of pairs(paletteOf(seed)))
        expect({ seed, text, ground, ok: contrast(text, ground) >= READABLE }).toMatchObject({ ok: true })
    }),
    { numRuns: SEEDS },
  )
})

test('a seed that white can be read on is the brand itself', () => {
  for (const seed of ['#1a7f4e', '#b3261e', '#34508f']) expect(paletteOf(seed).brand).toBe(seed)
})

test('a light seed carries dark words, a middling one is darkened for white ones', () => {
  expect(contrast(paletteOf('#f2b134').onBrand, '#ffffff')).toBeGreaterThan(10)
  expect(paletteOf('#f2b134').brand).toBe('#f2b134')
  expect(paletteOf('#1c1c1c').onBrand).toBe('#ffffff')
})

test('the hue stays: twelve swatches make twelve shops', () => {
  for (const seed of seeds) {
    const [given, made] = [oklchOf(seed), oklchOf(paletteOf(seed).brand)]
    expect(Math.abs(given.h - made.h) % 360).toBeLessThan(4)
  }
  expect(new Set(seeds.map((seed) => paletteOf(seed).brand)).size).toBe(seeds.length)
})

test('OKLCH and back is the same colour', () => {
  fc.assert(
    fc.property(colour, (given) => {
      const back = hexOf(oklchOf(given))
      for (const at of [1, 3, 5]) {
        const channel = (hex: string) => Number.parseInt(hex.slice(at, at + 2), 16)
        expect(Math.abs(channel(back) - channel(given))).toBeLessThanOrEqual(1)
      }
    }),
  )
})
