import { dayOf } from '@/domain/day'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { sampleProduct, sampleProducts } from '../sample-shop'
import { sectionPage, wordsOf } from './section-page'

jest.mock('@tarojs/components', () => jest.requireActual('../taro-components'))

const count = (text: string, part: string) => text.split(part).length - 1
const none = [{ id: 'none', price: 100, stock: 0 }]
const claiming: SectionKind[] = ['featured-product', 'shelf', 'new-arrivals', 'todays-harvest']

describe.each(claiming)('%s above a list', (kind) => {
  it.each([1, 2, 7, 14])('shows each of %i products once', async (products) => {
    const page = await sectionPage(kind, { products: sampleProducts(products), below: ['product-list'] })
    for (let at = 1; at <= products; at += 1) expect(count(page, `>样品${at}号<`)).toBe(1)
  })

  it('omits sold-out products unless they are featured', async () => {
    const page = await sectionPage(kind, { products: [sampleProduct(1, { skus: none })] })
    expect(count(page, '>样品1号<')).toBe(kind === 'featured-product' ? 1 : 0)
  })

  it('renders nothing while another category is chosen', async () => {
    const products = sampleProducts(3).map((product) => ({ ...product, category: '干货' }))
    expect(wordsOf(await sectionPage(kind, { products, context: { category: '蜂蜜' } }))).toBe('')
  })
})

test('claiming sections never show the same product twice', async () => {
  const page = await sectionPage('shelf', {
    products: sampleProducts(14),
    below: claiming.filter((kind) => kind !== 'shelf'),
  })
  for (let at = 1; at <= 13; at += 1) expect(count(page, `>样品${at}号<`)).toBe(1)
})

test('shelf shows at most the configured number of products of its category', async () => {
  const products = sampleProducts(9).map((product, at) => ({
    ...product,
    category: at % 2 ? '干货' : '蜂蜜',
  }))
  const page = await sectionPage('shelf', { products, settings: { category: '干货', most: 3 } })
  expect([2, 4, 6, 8].map((at) => count(page, `>样品${at}号<`))).toEqual([1, 1, 1, 0])
  expect(page).not.toContain('>样品1号<')
  expect(wordsOf(page)).toContain('一共 3 样')
})

test('new-arrivals sorts the newest products first under one heading per day', async () => {
  const day = 86_400_000
  const now = Date.now()
  const products = [now - 9 * day, now - 3 * day, now - 3 * day, now].map((createdAt, at) =>
    sampleProduct(at + 1, { createdAt }),
  )
  const words = wordsOf(await sectionPage('new-arrivals', { products, settings: { most: 3 } }))
  expect(words).toMatch(/今天新到.*样品4号.*月.*上的.*样品2号.*样品3号/)
  expect(count(words, '上的')).toBe(1)
  expect(words).not.toContain('样品1号')
})

test('todays-harvest shows its day and the remaining stock', async () => {
  const products = [sampleProduct(1), sampleProduct(2, { skus: [{ id: 's', price: 100, stock: 100 }] })]
  const words = async (day: string) =>
    wordsOf(await sectionPage('todays-harvest', { products, settings: { day } }))
  expect(await words(dayOf(Date.now()))).toMatch(/今天刚收的.*还剩 10 斤.*货够/)
  expect(await words('2026-03-05')).toMatch(/新收的.*3月5日收/)
  expect(await words('')).not.toMatch(/月.*收/)
})

describe('product-grid below a shelf', () => {
  const soldOut = sampleProduct(3, { skus: none })
  const grid = async (remaining: ReturnType<typeof sampleProduct>) => {
    const page = await sectionPage('shelf', {
      settings: { most: 2 },
      products: [sampleProduct(1), sampleProduct(2), remaining],
      below: ['product-grid'],
    })
    return page.slice(page.indexOf('product-grid'))
  }

  it('draws a single remaining sold-out product as a low row', async () => {
    expect(await grid(soldOut)).toContain('goods-row')
    expect(await grid(soldOut)).not.toContain('goods-large')
  })

  it('draws a single remaining available product large', async () => {
    expect(await grid(sampleProduct(3))).toContain('goods-large')
  })
})
