import { expect, test } from '../test'
import { type Color, contrastOnPixels, readColor } from './contrast'

const BLACK: Color = [0, 0, 0, 1]

test('readColor parses the color formats of browsers', () => {
  expect(readColor('rgba(20, 30, 25, 0.5)')).toEqual([20, 30, 25, 0.5])
  expect(readColor('color(srgb 1 0.2 0 / 0.25)')).toEqual([255, 51, 0, 0.25])
  expect(() => readColor('oklch(0.5 0.1 20)')).toThrow('not a colour')
})

test('contrastOnPixels matches known WCAG ratios', () => {
  const onWhite = (color: string) => contrastOnPixels(readColor(color), Uint8Array.of(255, 255, 255))
  expect(onWhite('rgb(0, 0, 0)')).toBe(21)
  expect(onWhite('rgb(255, 255, 255)')).toBe(1)
  expect(onWhite('rgb(118, 118, 118)')).toBeCloseTo(4.54, 2)
  expect(onWhite('rgb(148, 148, 148)')).toBeCloseTo(3.03, 2)
  expect(onWhite('rgba(0, 0, 0, 0.5)')).toBeCloseTo(onWhite('rgb(127.5, 127.5, 127.5)'), 5)
})

test('contrastOnPixels uses the worst pixels except for a few at edges', () => {
  const pixels = (dark: number) => Uint8Array.from({ length: 300 }, (_, at) => (at < dark * 3 ? 0 : 255))
  expect(contrastOnPixels(BLACK, pixels(0))).toBe(21)
  expect(contrastOnPixels(BLACK, pixels(1))).toBe(21)
  expect(contrastOnPixels(BLACK, pixels(5))).toBe(1)
  expect(contrastOnPixels(BLACK, new Uint8Array())).toBe(1)
})
