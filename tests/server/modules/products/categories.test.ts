import type { Page } from '@/contract/shapes'
import type { Look } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import { environmentPerTest, newId } from '../../support/test-environment'
import { productDraft, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)
beforeEach(async () => {
  for (const [name, category] of [
    ['木耳', '干货'],
    ['苹果', '新鲜'],
    ['香菇', '干货'],
    ['米酒', '酒'],
  ] as const)
    await save({ name, category })
})

async function save(change: object, id = newId()): Promise<string> {
  env.advance(1000)
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${id}`, {
    ...{ version: 0, ...productDraft(), ...change },
  })
  expect(answer.statusCode).toBe(200)
  return id
}

const categories = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/categories`))
    .json<{ categories: { name: string; products: number }[] }>()
    .categories.map(({ name, products }) => `${name} ${products}`)
const post = (what: 'places' | 'renames', body: object) =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/categories/${what}`, body)
const find = async (search: string) =>
  (await env.app.inject(`/api/shops/${shop.shopId}/products?search=${encodeURIComponent(search)}`))
    .json<Page<Product>>()
    .items.map(({ name }) => name)

describe('category list of a shop', () => {
  it('lists the categories in the order of their products, with the number of products', async () => {
    expect(await categories()).toEqual(['干货 2', '新鲜 1', '酒 1'])
  })

  it('moves a category to the top or behind another one, for buyers as well', async () => {
    await post('places', { name: '酒' })
    expect(await categories()).toEqual(['酒 1', '干货 2', '新鲜 1'])
    await post('places', { name: '酒', after: '干货' })
    await post('places', { name: '酒', after: '干货' })
    expect(await categories()).toEqual(['干货 2', '酒 1', '新鲜 1'])
    const storefront = await env.app.inject(`/api/storefronts/${shop.slug}`)
    expect(storefront.json().shop.categories).toEqual(['干货', '酒', '新鲜'])
    await save({ name: '蜂蜜', category: '甜的' })
    expect(await categories()).toEqual(['干货 2', '酒 1', '新鲜 1', '甜的 1'])
  })

  it('renames a category in place and in all its products, whose versions increase', async () => {
    await post('places', { name: '酒' })
    expect((await post('renames', { from: '干货', to: '山货' })).statusCode).toBe(200)
    expect(await categories()).toEqual(['酒 1', '山货 2', '新鲜 1'])
    const { items } = (await shop.owner.call(`GET /api/shops/${shop.shopId}/products`)).json<Page<Product>>()
    expect(items.map(({ name, version }) => `${name} ${version}`)).toEqual([
      ...['核桃 1', '木耳 2', '苹果 1', '香菇 2', '米酒 1'],
    ])
    expect((await post('renames', { from: '干货', to: '山货' })).statusCode).toBe(200)
    expect(await categories()).toEqual(['酒 1', '山货 2', '新鲜 1'])
    expect(await find('山货')).toEqual(['木耳', '香菇'])
    expect(await find('干货')).toEqual([])
  })

  it('merges a category into another when it is renamed to the name of the other', async () => {
    await post('places', { name: '酒' })
    await post('renames', { from: '干货', to: '新鲜' })
    expect(await categories()).toEqual(['酒 1', '新鲜 3'])
  })

  it('renames a category in the sections of the draft, the published look and its history', async () => {
    const look = () => shop.owner.call(`GET /api/shops/${shop.shopId}/look`)
    const { draft } = (await look()).json<{ draft: Look }>()
    const shelf = (category: string) => [
      { id: 's', kind: 'shelf', settings: { title: '', category, most: 6 } },
      { id: 'a', kind: 'shelf', settings: { title: '', category: '', most: 6 } },
    ]
    const saveDraft = (version: number, radius: number) =>
      shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, {
        ...draft,
        ...{ version, theme: { ...draft.theme, radius }, sections: shelf('干货') },
      })
    const publish = (draftVersion: number) =>
      shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion })
    for (const version of [0, 1]) {
      expect((await saveDraft(version, version)).statusCode).toBe(200)
      expect((await publish(version + 1)).statusCode).toBe(200)
    }
    expect((await saveDraft(2, 2)).statusCode).toBe(200)

    for (let again = 0; again < 2; again++)
      expect((await post('renames', { from: '干货', to: '山货' })).statusCode).toBe(200)
    const state = (await look()).json<{ draft: Look; published: Look; history: { version: number }[] }>()
    expect(state.draft).toMatchObject({ version: 4, theme: { radius: 2 }, sections: shelf('山货') })
    expect(state.published.sections).toEqual(shelf('山货'))
    for (const { version } of state.history.slice(0, 2)) {
      const past = await shop.owner.call(`GET /api/shops/${shop.shopId}/look/history/${version}`)
      expect(past.json<Look>().sections).toEqual(shelf('山货'))
    }
    expect((await env.app.inject(`/api/storefronts/${shop.slug}`)).json().look.sections).toEqual(
      shelf('山货'),
    )
    expect((await saveDraft(3, 3)).json().code).toBe('version-conflict')
  })

  it('rejects an unknown category, a move behind itself, and a name that is empty or too long', async () => {
    expect((await post('places', { name: '没有' })).statusCode).toBe(404)
    expect((await post('places', { name: '酒', after: '没有' })).statusCode).toBe(404)
    expect((await post('places', { name: '酒', after: '酒' })).statusCode).toBe(400)
    expect((await post('renames', { from: '酒', to: '很长很长很长很长很长的名字' })).statusCode).toBe(400)
    expect((await post('renames', { from: '酒', to: ' ' })).statusCode).toBe(400)
  })
})

describe('GET /api/shops/:shopId/products?search=', () => {
  it('finds products by a part of the name, the category and the pinyin initials of both', async () => {
    expect(await find('苹')).toEqual(['苹果'])
    expect(await find('PG')).toEqual(['苹果'])
    expect(await find('gan huo')).toEqual([])
    expect(await find('gh')).toEqual(['木耳', '香菇'])
    expect(await find('干 货')).toEqual(['木耳', '香菇'])
    expect(await find('，。')).toEqual([])
    expect(await find('%')).toEqual([])
  })

  it('finds a product by its changed name, and shows buyers only products on sale', async () => {
    const id = await save({ name: '黄桃', onSale: false })
    expect(await find('ht')).toEqual(['核桃'])
    const { items } = (await shop.owner.call(`GET /api/shops/${shop.shopId}/products?search=ht`)).json<
      Page<Product>
    >()
    expect(items.map(({ name }) => name)).toEqual(['核桃', '黄桃'])
    await save({ name: '白桃', version: 1 }, id)
    expect(await find('ht')).toEqual(['核桃'])
    expect(await find('bt')).toEqual(['白桃'])
  })
})
