import fc from 'fast-check'
import { hexOf, oklchOf } from '@/domain/look/oklch'
import { type Palette, paletteOf, READABLE, seeds } from '@/domain/look/palette'
import { contrast, groundForms } from '@/domain/look/theme'
import { forAll } from '../../support/for-all'

const SEEDS = process.env.KZ_LONG === '1' ? 10_000 : 1000

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** Pairs of text and background colours; the last three use Kaizhang's own text colours on a shop's background. */
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

describe('paletteOf', () => {
  it(`returns readable colour pairs for ${SEEDS} random seeds`, () => {
    fc.assert(
      fc.property(color, (seed) => {
        for (const form of groundForms) {
          const unreadable = pairs(paletteOf(seed, form)).filter(
            ([text, ground]) => contrast(text, ground) < READABLE,
          )
          expect(unreadable).toEqual([])
        }
      }),
      { numRuns: SEEDS },
    )
  })

  it('uses a seed as the brand colour when white text is readable on it', () => {
    for (const seed of ['#1a7f4e', '#b3261e', '#34508f']) expect(paletteOf(seed).brand).toBe(seed)
  })

  it('puts dark text on a light seed and darkens a medium seed for white text', () => {
    expect(contrast(paletteOf('#f2b134').onBrand, '#ffffff')).toBeGreaterThan(10)
    expect(paletteOf('#f2b134').brand).toBe('#f2b134')
    expect(paletteOf('#1c1c1c').onBrand).toBe('#ffffff')
  })

  it('keeps the hue and returns a distinct brand for each swatch', () => {
    for (const seed of seeds) {
      const [given, made] = [oklchOf(seed), oklchOf(paletteOf(seed).brand)]
      expect(Math.abs(given.h - made.h) % 360).toBeLessThan(4)
    }
    expect(new Set(seeds.map((seed) => paletteOf(seed).brand)).size).toBe(seeds.length)
  })

  it('converts a colour to OKLCH and back without loss', () =>
    forAll(color, (given) => {
      const back = hexOf(oklchOf(given))
      for (const at of [1, 3, 5]) {
        const channel = (hex: string) => Number.parseInt(hex.slice(at, at + 2), 16)
        expect(Math.abs(channel(back) - channel(given))).toBeLessThanOrEqual(1)
      }
    }))
})
