import { miniatureOf } from '@/features/decorate/miniature/miniature'
import { HEIGHT, WIDTH } from '@/features/decorate/miniature/strokes'
import { allTemplates } from '@/templates/all-templates'

const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml')
const grey = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '')
const numbers = (element: Element, ...names: string[]) =>
  names.map((name) => Number(element.getAttribute(name)))
const [plain] = allTemplates.filter(({ name }) => name === 'plain')

test.each(allTemplates)('$name is a drawing that fills its height, in its own colours', (template) => {
  const svg = parsed(miniatureOf(template))
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
  expect(miniatureOf(template)).toContain(template.theme.brand)
})

test('no two of the twelve are the same without their colours', () => {
  const drawings = allTemplates.map((template) => grey(miniatureOf(template)))
  expect(new Set(drawings).size).toBe(allTemplates.length)
})

test('the head is drawn where it stands', () => {
  const { theme } = plain as NonNullable<typeof plain>
  const head = { kind: 'shop-head', settings: { form: 'sign' } }
  const drawn = miniatureOf({ theme, sections: [{ kind: 'story', settings: {} }, head] })
  const tops = [...parsed(drawn).querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('y')))
  expect(tops).toEqual([...tops].sort((a, b) => a - b))
})

test('a section or form that this phone does not know is lines of words, or its usual form', () => {
  const { theme } = plain as NonNullable<typeof plain>
  const drawn = (kind: string, settings: object) => miniatureOf({ theme, sections: [{ kind, settings }] })
  expect(drawn('a-newer-one', {})).toBe(drawn('contact', { title: '', wechat: '' }))
  expect(drawn('shop-head', { form: 'newer' })).toBe(drawn('shop-head', { form: 'band' }))
})
