import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Look } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import { INITIAL_ITEMS } from '@/platform/lifecycle/partial-rendering'
import { allTemplates, createLookByName } from '@/templates/all-templates'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/look-view'
import type { SectionContext, SectionShop } from '@/templates/section'
import { BLOCK } from '@/ui/long-list/long-list'
import { sampleContext, sampleProduct, sampleProducts, sampleShop } from './sample-shop'

jest.mock('@tarojs/components', () => jest.requireActual('./taro-components'))

const lookNamed = (name: string): Look => {
  const look = createLookByName(name)
  if (!look) throw new Error(`no template ${name}`)
  return look
}

interface Given {
  look?: Look
  shop?: Partial<SectionShop>
  products?: readonly Product[]
  more?: boolean
  context?: Partial<SectionContext>
}

const html = ({
  look = lookNamed('woodgrain'),
  shop = {},
  products = sampleProducts(4),
  more = false,
  context = {},
}: Given) =>
  renderToStaticMarkup(
    <LookView
      look={look}
      shop={{ ...sampleShop, ...shop }}
      products={products}
      more={more}
      context={sampleContext(context)}
    />,
  )

const count = (text: string, part: string) => text.split(part).length - 1

beforeAll(() => lazySectionLoader.load())

describe.each(allTemplates.map(({ name }) => name))('LookView of %s', (name) => {
  const look = lookNamed(name)

  it('says that a shop without products is empty', () => {
    const page = html({ look, products: [] })
    expect(page).toContain(sampleShop.name)
    expect(page).toContain('货还没摆上来')
    expect(page).not.toContain('¥')
  })

  it('shows a single product once', () => {
    const page = html({ look, products: sampleProducts(1) })
    expect(count(page, '>样品1号<')).toBe(1)
    expect(page).toContain('aria-label="25元一斤"')
    expect(page).not.toContain('货还没摆上来')
  })

  it('renders the first of sixty products once in the colours of its theme and reserves space for the rest', () => {
    const page = html({ look, products: sampleProducts(60) })
    for (let at = 1; at <= INITIAL_ITEMS; at += 1) expect(count(page, `>样品${at}号<`)).toBe(1)
    expect(page).not.toContain('>样品60号<')
    // sections that claim products add to the first items of the list
    const claimed = count(page, '>样品') - INITIAL_ITEMS
    const blocks = Math.ceil((60 - claimed) / BLOCK)
    expect(count(page, 'long-list__block--away" style="height:')).toBe(blocks - INITIAL_ITEMS / BLOCK)
    expect(page).toContain(`--brand:${look.theme.brand}`)
    expect(page).toContain(`--radius:${look.theme.radius}px`)
  })

  it('has one main heading and a role and a name on every control', () => {
    const page = html({ look, products: sampleProducts(3) })
    expect(count(page, 'aria-level="1"')).toBe(1)
    const controls = [...new JSDOM(page).window.document.querySelectorAll('[tabindex="0"]')]
    expect(controls.length).toBeGreaterThan(5)
    for (const one of controls) {
      expect(one.getAttribute('role')).toMatch(/^(button|link|tab)$/)
      expect(one.getAttribute('aria-label') ?? one.textContent).toMatch(/\p{Letter}/u)
    }
  })

  it('has no controls when it is still', () => {
    const page = html({ look, products: sampleProducts(3), context: { isInert: true } })
    expect(page).not.toContain('tabindex')
    expect(page).not.toContain('role="button"')
    expect(page).toContain('样品3号')
  })
})

describe('LookView', () => {
  const withSection = (kind: string): Look => {
    const look = lookNamed('plain')
    return { ...look, sections: [{ id: 'odd', kind, settings: {} }, ...look.sections] }
  }

  it.each(['carousel', 'constructor'])('omits an unknown section: %s', (kind) => {
    expect(html({ look: withSection(kind) })).toBe(html({ look: lookNamed('plain') }))
  })

  it('omits a section that throws and renders the rest', () => {
    const consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const photoUrl = () => {
      throw new Error('no photos here')
    }
    const products = [sampleProduct(1, { photos: [{ id: 'photo', hash: 'hash' }] })]
    const page = html({ products, context: { photoUrl } })
    expect(page).not.toContain('样品1号')
    expect(page).toContain('送货和付钱')
    consoleError.mockRestore()
  })

  it('uses the default of a missing setting', () => {
    const look = lookNamed('woodgrain')
    for (const section of look.sections) section.settings = {}
    expect(html({ look })).toContain('shop-head--band')
  })
})

describe('LookView products', () => {
  const none = [{ id: 'none', price: 100, stock: 0 }]

  it('marks a sold-out product in words without an add button', () => {
    const page = html({ products: [sampleProduct(1, { skus: none }), sampleProduct(2)] })
    expect(page).toContain('卖完了')
    expect(count(page, 'class="goods__add"')).toBe(1)
  })

  it('does not report an empty shop when everything is sold out', () => {
    const products = [sampleProduct(1, { skus: none }), sampleProduct(2, { skus: none })]
    expect(html({ products })).not.toContain('货还没摆上来')
  })

  it('shows when a closed shop reopens and offers no add button', () => {
    const page = html({ shop: { closedUntil: '2999-12-03' } })
    expect(page).toContain('12月3日起再接单')
    expect(page).not.toContain('goods__add')
    expect(html({ shop: { closedUntil: '2020-12-03' } })).not.toContain('起再接单')
  })

  it('shows the lowest price and a choice for several skus', () => {
    const skus = [
      { id: 'a', price: 3800, stock: 1 },
      { id: 'b', price: 6800, stock: 1 },
    ]
    const page = html({ products: [sampleProduct(1, { skus }), sampleProduct(2)] })
    expect(page).toContain('38元一斤起')
    expect(page).toContain('aria-label="样品1号，选规格"')
  })

  it('shows the quantity in the cart on the card', () => {
    const page = html({ context: { useQuantity: (product) => (product.id === 'product-2' ? 7 : 0) } })
    expect(page).toContain('>7<')
    expect(page).toContain('aria-label="样品2号，减一份"')
    expect(page.split('goods__less--on')).toHaveLength(2)
  })

  it('shows a photo at a fixed width or the drawing of the goods', () => {
    const page = html({
      products: [
        sampleProduct(1, { photos: [{ id: 'p', hash: 'abc' }] }),
        sampleProduct(2, { name: '薄皮核桃' }),
        sampleProduct(3, { name: '花椒' }),
      ],
    })
    expect(page).toContain('src="/photos/abc-375.webp"')
    // once for all products, in the style of the look
    expect(count(page, 'data:image/svg+xml,')).toBe(1)
    expect(count(page, 'picture__art')).toBe(1)
    expect(count(page, '>没有照片<')).toBe(1)
    expect(page).toContain('alt="样品1号"')
  })

  it('escapes markup in a product name', () => {
    expect(html({ products: [sampleProduct(1, { name: '<b>核桃</b>' })] })).not.toContain('<b>')
  })
})

describe('LookView categories', () => {
  const products = [sampleProduct(1, { category: '干货' }), sampleProduct(2, { category: '蜂蜜' })]

  it('shows tabs from two categories on, which filter the list', () => {
    expect(html({ products: products.slice(0, 1) })).not.toContain('role="tablist"')
    const page = html({ products, context: { category: '蜂蜜' } })
    expect(page).toContain('role="tablist"')
    expect(page).toContain('>样品2号<')
    expect(page).not.toContain('>样品1号<')
  })

  it('names the categories of products that have not been loaded', () => {
    const shop = { categories: ['酒', '干货', '蜂蜜'] }
    const labels = (page: string) =>
      [...new JSDOM(page).window.document.querySelectorAll('[role="tab"]')].map((tab) => tab.textContent)
    expect(labels(html({ shop, products, more: true }))).toEqual(['全部', '酒', '干货', '蜂蜜'])
    expect(labels(html({ shop, products }))).toEqual(['全部', '干货', '蜂蜜'])
  })

  it('hides a featured product of another category', () => {
    const page = html({ look: lookNamed('orchard'), products, context: { category: '蜂蜜' } })
    expect(page).not.toContain('>样品1号<')
    expect(count(page, '>样品2号<')).toBe(1)
  })
})

describe('LookView contact', () => {
  it('hides the call button without a phone and the section without a place', () => {
    const { phone, place, pickupPlace, ...bare } = sampleShop
    expect(phone && place && pickupPlace).toBeTruthy()
    const page = (shop: SectionShop) =>
      renderToStaticMarkup(
        <LookView
          look={lookNamed('plain')}
          shop={shop}
          products={sampleProducts(1)}
          context={sampleContext()}
        />,
      )
    expect(page({ ...bare, place: '样品镇' })).not.toContain('打电话')
    expect(page(bare)).not.toContain('找到我们')
    expect(page(sampleShop)).toContain('给店家打电话，13800000000')
  })

  it("shows the owner's notice before the freight rule", () => {
    expect(html({})).toContain('满 99 元免费送上门')
    expect(html({ shop: { notice: '今年新货' } })).toContain('今年新货')
  })
})
