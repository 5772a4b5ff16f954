import { removeInvisible } from '../../../server/http/invisible-characters'
import { signInPerTest } from '../support/api-client'
import { environmentPerTest, newId } from '../support/test-environment'
import { openShop, orderFor, productDraft } from '../support/test-shop'

describe('removeInvisible', () => {
  it.each([
    ['a zero-width space and joiners', '核\u200b桃\u200c铺\u200d\u2060'],
    ['a byte order mark', '\ufeff核桃铺\ufeff'],
    ['tag characters', '核桃铺\u{e0041}\u{e0062}\u{e007f}'],
    ['direction marks and a soft hyphen', '核\u200e桃\u200f\u00ad铺\u061c'],
  ])('removes %s', (_, text) => {
    expect(removeInvisible(text)).toBe('核桃铺')
  })

  it.each(['👩‍👩‍👧‍👦', '👩🏽‍🌾', '❤️‍🔥', '🏳️‍🌈', '🧑🏻‍🤝‍🧑🏿', '🐻‍❄️', '1️⃣', '核桃🌰 甜'])('keeps %s', (text) => {
    expect(removeInvisible(text)).toBe(text)
    expect(removeInvisible(`${text}\u200d`)).toBe(text)
    expect(removeInvisible(`\u200d${text}`)).toBe(text)
  })
})

describe('the API', () => {
  const env = environmentPerTest()
  const owner = signInPerTest(env)

  const nameOf = async (slug: string) =>
    (await owner.call(`GET /api/storefronts/${slug}`)).json<{ shop: { name: string } }>().shop.name

  it('stores the names of shops and people without invisible characters', async () => {
    const shop = await openShop(env, { owner, request: { name: '成县\u200b核桃\u{e0061}👩‍🌾' } })
    expect(await nameOf(shop.slug)).toBe('成县核桃👩‍🌾')
    const id = newId()
    const body = orderFor(shop, {
      receiver: { name: '\ufeff收货人\u200d', phone: '13800000000', address: '城关镇\u2060一号' },
    })
    expect((await owner.call(`PUT /api/shops/${shop.shopId}/orders/${id}`, body)).json()).toMatchObject({
      receiver: { name: '收货人', address: '城关镇一号' },
    })
  })

  it('removes escaped ones, too', async () => {
    const shopId = newId()
    const request = { trade: 'nuts', name: '核桃NAME铺', products: [{ id: newId(), ...productDraft() }] }
    const answer = await env.app.inject({
      ...{ method: 'PUT', url: `/api/shops/${shopId}` },
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      payload: JSON.stringify(request).replace('NAME', '\\u200B\\udb40\\udc41'),
    })
    expect(await nameOf(answer.json<{ slug: string }>().slug)).toBe('核桃铺')
  })

  it('rejects a name of nothing else', async () => {
    const request = { trade: 'nuts', name: '\u200b\u{e0041}', products: [{ id: newId(), ...productDraft() }] }
    expect((await owner.call(`PUT /api/shops/${newId()}`, request)).statusCode).toBe(400)
  })
})
