import fc from 'fast-check'
import type { Look } from '@/domain/look'
import { lookOf } from '@/templates/registry'
import { claimsBySection } from '@/templates/section-claims'
import { shownFirst } from '@/templates/shown-first'
import { sampleProduct } from './sample'

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

test('sections show of the first goods what they show of all, and of all that come later', async () => {
  const some = [...sections]
  await fc.assert(
    fc.asyncProperty(
      facts,
      fc.shuffledSubarray(some, { minLength: 1 }),
      fc.nat(40),
      async (made, mine, read) => {
        const look = { ...(lookOf('plain') as Look), sections: mine }
        const all = shopOf(made)
        const first = await shownFirst(look, all, FIRST)
        const known = new Set([...first, ...all.slice(0, read)])
        const later = [...first, ...all.filter((product) => known.has(product) && !first.includes(product))]
        expect(claimsBySection(look, first)).toEqual(claimsBySection(look, all))
        expect(claimsBySection(look, later)).toEqual(claimsBySection(look, all))
        expect(first.slice(0, FIRST)).toEqual(all.slice(0, FIRST))
      },
    ),
  )
})

test('nothing else comes along', async () => {
  const all = shopOf(Array.from({ length: 40 }, (_, at) => ({ stock: 5, honey: at % 2 === 0 })))
  const first = await shownFirst({ ...(lookOf('plain') as Look), sections }, all, FIRST)
  expect(first.slice(FIRST).map(({ id }) => id)).toEqual([35, 37, 38, 39, 40].map((at) => `product-${at}`))
})
