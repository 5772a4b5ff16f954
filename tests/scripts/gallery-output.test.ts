import { overviewFile, widthsOf } from '../e2e/gallery/output'

describe('the gallery command', () => {
  it.each([[[]], [['short']], [['320', '768']]])(
    'writes under dist alone when it is called with %j',
    (wanted) => {
      expect(overviewFile(wanted)).toMatch(/^dist\//)
    },
  )

  it('writes the picture of README when `docs` asks for it', () => {
    expect(overviewFile(['short', 'docs'])).toBe('docs/screens/templates.webp')
  })

  it('lays out all widths unless some are named', () => {
    expect(widthsOf(['docs'])).toEqual([320, 390, 768])
    expect(widthsOf(['390', 'short'])).toEqual([390])
  })
})
