import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Look } from '@/domain/look'
import type { Product } from '@/domain/sku'
import { INITIAL_ITEMS } from '@/platform/lifecycle/viewport-observer'
import { allTemplates, anyLookOf as lookOf } from '@/templates/all-templates'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/render'
import type { SectionContext, ShopFace } from '@/templates/section'
import { BLOCK } from '@/ui/long-list/long-list'
import { sampleContext, sampleProduct, sampleProducts, sampleShop } from './sample'

jest.mock('@tarojs/components', () => jest.requireActual('./taro-parts'))

const lookNamed = (name: string): Look => {
  const look = lookOf(name)
  if (!look) throw new Error(`no template ${name}`)
  return look
}

interface Given {
  look?: Look
  shop?: Partial<ShopFace>
  products?: readonly Product[]
  context?: Partial<SectionContext>
}

const html = ({
  look = lookNamed('woodgrain'),
  shop = {},
  products = sampleProducts(4),
  context = {},
}: Given) =>
  renderToStaticMarkup(
    <LookView
      look={look}
      shop={{ ...sampleShop, ...shop }}
      products={products}
      context={sampleContext(context)}
    />,
  )

const count = (text: string, part: string) => text.split(part).length - 1

beforeAll(() => lazySectionLoader.load())

describe.each(allTemplates.map(({ name }) => name))('%s', (name) => {
  const look = lookNamed(name)

  test('stands without goods and says so', () => {
    const page = html({ look, products: [] })
    expect(page).toContain(sampleShop.name)
    expect(page).toContain('货还没摆上来')
    expect(page).not.toContain('¥')
  })

  test('shows one product once', () => {
    const page = html({ look, products: sampleProducts(1) })
    expect(count(page, '>样品1号<')).toBe(1)
    expect(page).toContain('aria-label="25元一斤"')
    expect(page).not.toContain('货还没摆上来')
  })

  test('shows the first of sixty products, each once, and room for the others; in its own colours', () => {
    const page = html({ look, products: sampleProducts(60) })
    for (let at = 1; at <= INITIAL_ITEMS; at += 1) expect(count(page, `>样品${at}号<`)).toBe(1)
    expect(page).not.toContain('>样品60号<')
    // what sections show by themselves comes on top of the list's first items
    const byThemselves = count(page, '>样品') - INITIAL_ITEMS
    const blocks = Math.ceil((60 - byThemselves) / BLOCK)
    expect(count(page, 'long-list__block--away" style="height:')).toBe(blocks - INITIAL_ITEMS / BLOCK)
    expect(page).toContain(`--brand:${look.theme.brand}`)
    expect(page).toContain(`--radius:${look.theme.radius}px`)
  })

  test('has one main heading, and everything to press has a role and a name', () => {
    const page = html({ look, products: sampleProducts(3) })
    expect(count(page, 'aria-level="1"')).toBe(1)
    const pressed = [...new JSDOM(page).window.document.querySelectorAll('[tabindex="0"]')]
    expect(pressed.length).toBeGreaterThan(5)
    for (const one of pressed) {
      expect(one.getAttribute('role')).toMatch(/^(button|link|tab)$/)
      expect(one.getAttribute('aria-label') ?? one.textContent).toMatch(/\p{Letter}/u)
    }
  })

  test('nothing reacts in a still scene', () => {
    const page = html({ look, products: sampleProducts(3), context: { still: true } })
    expect(page).not.toContain('tabindex')
    expect(page).not.toContain('role="button"')
    expect(page).toContain('样品3号')
  })
})

describe('a look', () => {
  const withSection = (kind: string): Look => {
    const look = lookNamed('plain')
    return { ...look, sections: [{ id: 'odd', kind, settings: {} }, ...look.sections] }
  }

  test.each(['carousel', 'constructor'])('leaves an unknown section out: %s', (kind) => {
    expect(html({ look: withSection(kind) })).toBe(html({ look: lookNamed('plain') }))
  })

  test('leaves a failing section out and shows the rest', () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const photoUrl = () => {
      throw new Error('no photos here')
    }
    const products = [sampleProduct(1, { photos: [{ id: 'photo', hash: 'hash' }] })]
    const page = html({ products, context: { photoUrl } })
    expect(page).not.toContain('样品1号')
    expect(page).toContain('送货和付钱')
    said.mockRestore()
  })

  test('gives a setting it does not have yet its default', () => {
    const look = lookNamed('woodgrain')
    for (const section of look.sections) section.settings = {}
    expect(html({ look })).toContain('shop-head--band')
  })
})

describe('goods', () => {
  const none = [{ id: 'none', price: 100, stock: 0 }]

  test('sold out is said in words, and cannot be added', () => {
    const page = html({ products: [sampleProduct(1, { skus: none }), sampleProduct(2)] })
    expect(page).toContain('卖完了')
    expect(count(page, 'class="goods__add"')).toBe(1)
  })

  test('all sold out is not an empty shop', () => {
    const products = [sampleProduct(1, { skus: none }), sampleProduct(2, { skus: none })]
    expect(html({ products })).not.toContain('货还没摆上来')
  })

  test('a closed shop says until when and takes nothing into the cart', () => {
    const page = html({ shop: { closedUntil: '2999-12-03' } })
    expect(page).toContain('12月3日起再接单')
    expect(page).not.toContain('goods__add')
    expect(html({ shop: { closedUntil: '2020-12-03' } })).not.toContain('起再接单')
  })

  test('several skus: the lowest price and a choice', () => {
    const skus = [
      { id: 'a', price: 3800, stock: 1 },
      { id: 'b', price: 6800, stock: 1 },
    ]
    const page = html({ products: [sampleProduct(1, { skus }), sampleProduct(2)] })
    expect(page).toContain('38元一斤起')
    expect(page).toContain('aria-label="样品1号，选规格"')
  })

  test('what is in the cart is counted on the card', () => {
    const page = html({ context: { useQuantity: (product) => (product.id === 'product-2' ? 7 : 0) } })
    expect(page).toContain('>7<')
    expect(page).toContain('样品2号，已选 7 份，再加一份')
  })

  test('a photo is shown at a width, the drawing of their kind stands in for none', () => {
    const page = html({
      products: [
        sampleProduct(1, { photos: [{ id: 'p', hash: 'abc' }] }),
        sampleProduct(2, { name: '薄皮核桃' }),
        sampleProduct(3, { name: '花椒' }),
      ],
    })
    expect(page).toContain('src="/photos/abc-375.webp"')
    // once for all of them, as the style of the look
    expect(count(page, 'data:image/svg+xml,')).toBe(1)
    expect(count(page, 'picture__art')).toBe(1)
    expect(count(page, '>没有照片<')).toBe(1)
    expect(page).toContain('alt="样品1号"')
  })

  test('words of a shop are text, never markup', () => {
    expect(html({ products: [sampleProduct(1, { name: '<b>核桃</b>' })] })).not.toContain('<b>')
  })
})

describe('categories', () => {
  const products = [sampleProduct(1, { category: '干货' }), sampleProduct(2, { category: '蜂蜜' })]

  test('appear from two on, and choose what is listed', () => {
    expect(html({ products: products.slice(0, 1) })).not.toContain('role="tablist"')
    const page = html({ products, context: { category: '蜂蜜' } })
    expect(page).toContain('role="tablist"')
    expect(page).toContain('>样品2号<')
    expect(page).not.toContain('>样品1号<')
  })

  test('a featured product steps back from another category', () => {
    const page = html({ look: lookNamed('orchard'), products, context: { category: '蜂蜜' } })
    expect(page).not.toContain('>样品1号<')
    expect(count(page, '>样品2号<')).toBe(1)
  })
})

describe('what does not exist has no control', () => {
  test('no phone, no call; no place, no contact at all', () => {
    const { phone, place, pickupPlace, ...bare } = sampleShop
    expect(phone && place && pickupPlace).toBeTruthy()
    const page = (shop: ShopFace) =>
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

  test("the owner's notice comes before the freight rule", () => {
    expect(html({})).toContain('满 99 元免费送上门')
    expect(html({ shop: { notice: '今年新货' } })).toContain('今年新货')
  })
})
