import { expect, test } from '../test'
import { type Color, contrast, contrastOnPixels, over, paint, readColor } from './contrast'

const BLACK: Color = [0, 0, 0, 1]
const WHITE: Color = [255, 255, 255, 1]

test('contrast matches known WCAG ratios', () => {
  expect(contrast(BLACK, WHITE)).toBe(21)
  expect(contrast(WHITE, WHITE)).toBe(1)
  expect(contrast(readColor('rgb(118, 118, 118)'), WHITE)).toBeCloseTo(4.54, 2)
  expect(contrast(WHITE, readColor('rgb(148, 148, 148)'))).toBeCloseTo(3.03, 2)
})

test('readColor parses the color formats of browsers', () => {
  expect(readColor('rgba(20, 30, 25, 0.5)')).toEqual([20, 30, 25, 0.5])
  expect(readColor('color(srgb 1 0.2 0 / 0.25)')).toEqual([255, 51, 0, 0.25])
  expect(() => readColor('oklch(0.5 0.1 20)')).toThrow('not a colour')
})

test('over blends a translucent colour with the one below', () => {
  expect(over([0, 0, 0, 0.5], WHITE)).toEqual([127.5, 127.5, 127.5, 1])
  expect(over([0, 0, 0, 0], [0, 0, 0, 0])).toEqual([0, 0, 0, 0])
})

test('paint renders a translucent group before blending it', () => {
  const faded = [{ id: 1, opacity: 0.5 }]
  const layers = [
    { color: WHITE, groups: [] },
    { color: WHITE, groups: faded },
    { color: BLACK, groups: faded },
  ]
  expect(paint(layers)).toEqual([127.5, 127.5, 127.5, 1])
  // two groups of the same opacity are not one group
  const apart = [layers[0], layers[2], { color: BLACK, groups: [{ id: 2, opacity: 0.5 }] }]
  expect(paint(apart as typeof layers)).toEqual([63.75, 63.75, 63.75, 1])
})

test('paint renders nested groups', () => {
  const inner = {
    color: BLACK,
    groups: [
      { id: 1, opacity: 0.5 },
      { id: 2, opacity: 0.5 },
    ],
  }
  expect(paint([{ color: WHITE, groups: [] }, inner])).toEqual([191.25, 191.25, 191.25, 1])
})

test('contrastOnPixels uses the worst pixels except for a few at edges', () => {
  const pixels = (dark: number) => Uint8Array.from({ length: 300 }, (_, at) => (at < dark * 3 ? 0 : 255))
  expect(contrastOnPixels(BLACK, pixels(0))).toBe(21)
  expect(contrastOnPixels(BLACK, pixels(1))).toBe(21)
  expect(contrastOnPixels(BLACK, pixels(5))).toBe(1)
  expect(contrastOnPixels(BLACK, new Uint8Array())).toBe(1)
})
