import { drawMiniature } from '@/features/decorate/miniature/miniature'
import { allTemplates } from '@/templates/all-templates'
import { HEIGHT, WIDTH } from '@/templates/miniature/strokes'

const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml')
const grey = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '')
const numbers = (element: Element, ...names: string[]) =>
  names.map((name) => Number(element.getAttribute(name)))
const [plain] = allTemplates.filter(({ name }) => name === 'plain')

describe('drawMiniature', () => {
  it.each(allTemplates)('draws $name over the full height in its own colours', (template) => {
    const svg = parsed(drawMiniature(template))
    expect(svg.querySelector('parsererror')).toBeNull()
    const boxes = [...svg.querySelectorAll('rect')].map((rect) => numbers(rect, 'x', 'y', 'width', 'height'))
    expect(boxes.length).toBeGreaterThan(8)
    for (const [x, , width, height] of boxes as [number, number, number, number][]) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThan(WIDTH)
      expect(width).toBeGreaterThan(0)
      expect(height).toBeGreaterThan(0)
    }
    const lowest = boxes.slice(1).map(([, y = 0, , height = 0]) => y + height)
    expect(Math.max(...lowest)).toBeGreaterThan(HEIGHT - 12)
    expect(drawMiniature(template)).toContain(template.theme.brand)
  })

  it('draws each of the twelve templates differently, even without colours', () => {
    const drawings = allTemplates.map((template) => grey(drawMiniature(template)))
    expect(new Set(drawings).size).toBe(allTemplates.length)
  })

  it('draws the shop head at its position', () => {
    const { theme } = plain as NonNullable<typeof plain>
    const head = { kind: 'shop-head', settings: { form: 'sign' } }
    const drawn = drawMiniature({ theme, sections: [{ kind: 'story', settings: {} }, head] })
    const tops = [...parsed(drawn).querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('y')))
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
  })

  it('draws an unknown section as lines of text and an unknown form as the default form', () => {
    const { theme } = plain as NonNullable<typeof plain>
    const drawn = (kind: string, settings: object) => drawMiniature({ theme, sections: [{ kind, settings }] })
    expect(drawn('a-newer-one', {})).toBe(drawn('contact', { title: '', wechat: '' }))
    expect(drawn('shop-head', { form: 'newer' })).toBe(drawn('shop-head', { form: 'band' }))
  })
})
