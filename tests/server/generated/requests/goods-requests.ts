import { mapProductTexts, productTexts } from '@/domain/product/product-texts'
import { decide } from '../../../../server/modules/content/decide'
import { textId } from '../../../../server/modules/content/store'
import { newId } from '../../support/test-environment'
import { productDraft } from '../../support/test-shop'
import type { RequestMakers } from '../request-parts'
import type { Scenario } from '../scenario'

const fullProduct = (photoId: string) => {
  const { skus, ...draft } = productDraft()
  const texts = mapProductTexts((name) => name.slice(0, productTexts[name]))
  const sku = { id: newId(), label: '大盒', price: 2500, stock: 10, weight: 500 }
  return { version: 0, ...draft, ...texts, photos: [photoId], skus: [{ ...skus[0], ...sku }] }
}

/** Adds a product with a category. */
async function newProduct({ a }: Scenario): Promise<{ id: string; category: string }> {
  const [id, category] = [newId(), '干货']
  const product = { version: 0, ...productDraft(newId()), category }
  await a.owner.call(`PUT /api/shops/${a.shop.shopId}/products/${id}`, product)
  return { id, category }
}

/** Adds a product whose name is hidden from others. */
async function hiddenText({ env, a }: Scenario): Promise<string> {
  const name = `藏${newId().slice(-8)}`
  const product = { version: 0, ...productDraft(newId()), name }
  await a.owner.call(`PUT /api/shops/${a.shop.shopId}/products/${newId()}`, product)
  const decision = { verdict: 'risky', source: 'operator', label: null } as const
  await env.deps.db.withTx((tx) => decide(tx, textId(name), decision, env.deps.clock()))
  return textId(name)
}

/** The requests about products and their categories. */
export const goodsRequests: RequestMakers = {
  'PUT /api/shops/:shopId/messages/:messageId/read': async ({ env, a }) => {
    const message = { shop_id: a.shop.shopId, id: newId(), text: '请看一看' }
    await env.deps.db.query
      .insertInto('shop_message')
      .values({ ...message, sent_at: env.deps.clock(), read_at: null })
      .execute()
    return { params: { shopId: a.shop.shopId, messageId: message.id } }
  },
  'GET /api/documents/:kind/versions/:version': () => ({ params: { kind: 'rules', version: '1' } }),
  'PUT /api/me/consents': () => ({ body: { kinds: ['agreement', 'privacy'] } }),
  'PUT /api/shops/:shopId/hidden-parts/:contentId/appeal': async (scenario) => ({
    params: { shopId: scenario.a.shop.shopId, contentId: await hiddenText(scenario) },
  }),
  'PUT /api/shops/:shopId/report': async ({ a: { shop } }) => ({
    body: { productId: shop.productId, reason: 'fake', note: '货不对板' },
  }),
  'PUT /api/shops/:shopId/products/:productId': ({ a }) => ({
    params: { shopId: a.shop.shopId, productId: newId() },
    body: fullProduct(a.photoId),
  }),
  'PUT /api/shops/:shopId/products/:productId/place': async (scenario) => ({
    body: { after: (await newProduct(scenario)).id },
  }),
  'POST /api/shops/:shopId/products/on-sale': ({ a }) => ({
    body: { productIds: [a.shop.productId], onSale: true },
  }),
  'POST /api/shops/:shopId/categories/renames': () => ({ body: { from: '干货', to: '干货' } }),
  'POST /api/shops/:shopId/categories/places': async (scenario) => ({
    body: { name: (await newProduct(scenario)).category },
  }),
  'DELETE /api/shops/:shopId/products/:productId': ({ a }) => ({
    params: { shopId: a.shop.shopId, productId: newId() },
  }),
}
