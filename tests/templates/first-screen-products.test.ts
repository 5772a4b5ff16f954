import fc from 'fast-check'
import type { Look } from '@/domain/look/look'
import { createBundledLook } from '@/templates/bundled-templates'
import { firstScreenProducts } from '@/templates/first-screen-products'
import { claimsBySection } from '@/templates/section-claims'
import { sampleProduct } from './sample-shop'

const FIRST = 10
const sections: Look['sections'] = [
  { id: 'one', kind: 'featured-product', settings: { productId: 'product-35' } },
  { id: 'two', kind: 'new-arrivals', settings: { title: '', most: 4 } },
  { id: 'three', kind: 'shelf', settings: { title: '', category: '蜂蜜', most: 3 } },
  { id: 'four', kind: 'todays-harvest', settings: { title: '', day: '', category: '干货', most: 3 } },
  { id: 'five', kind: 'product-list', settings: { title: '', picture: 'small', soldOut: 'last' } },
]

const shopOf = (facts: readonly { stock: number; honey: boolean }[]) =>
  facts.map(({ stock, honey }, at) =>
    sampleProduct(at + 1, {
      createdAt: at * 1000,
      category: honey ? '蜂蜜' : '干货',
      skus: [{ id: `sku-${at}`, price: 100, stock }],
    }),
  )
const facts = fc.array(fc.record({ stock: fc.constantFrom(0, 0, 5), honey: fc.boolean() }), { maxLength: 40 })

describe('firstScreenProducts', () => {
  it('lets sections claim the same products from the first screen as from the whole list', async () => {
    const some = [...sections]
    await fc.assert(
      fc.asyncProperty(
        facts,
        fc.shuffledSubarray(some, { minLength: 1 }),
        fc.nat(40),
        async (made, mine, read) => {
          const look = { ...(createBundledLook('plain') as Look), sections: mine }
          const all = shopOf(made)
          const first = await firstScreenProducts(look, all, FIRST)
          const known = new Set([...first, ...all.slice(0, read)])
          const later = [...first, ...all.filter((product) => known.has(product) && !first.includes(product))]
          expect(claimsBySection(look, first)).toEqual(claimsBySection(look, all))
          expect(claimsBySection(look, later)).toEqual(claimsBySection(look, all))
          expect(first.slice(0, FIRST)).toEqual(all.slice(0, FIRST))
        },
      ),
    )
  })

  it('adds no product that no section claims', async () => {
    const all = shopOf(Array.from({ length: 40 }, (_, at) => ({ stock: 5, honey: at % 2 === 0 })))
    const first = await firstScreenProducts({ ...(createBundledLook('plain') as Look), sections }, all, FIRST)
    expect(first.slice(FIRST).map(({ id }) => id)).toEqual([35, 37, 38, 39, 40].map((at) => `product-${at}`))
  })
})
