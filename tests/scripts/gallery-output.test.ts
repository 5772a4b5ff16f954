import { overviewFile, widthsOf } from '../e2e/gallery/output'

describe('the gallery command', () => {
  it.each([[[]], [['short']], [['320', '768']]])('writes only under dist when called with %j', (wanted) => {
    expect(overviewFile(wanted)).toMatch(/^dist\//)
  })

  it('writes the picture of the README when called with `docs`', () => {
    expect(overviewFile(['short', 'docs'])).toBe('docs/screens/templates.webp')
  })

  it('renders all widths unless some are named', () => {
    expect(widthsOf(['docs'])).toEqual([320, 390, 768])
    expect(widthsOf(['390', 'short'])).toEqual([390])
  })
})
