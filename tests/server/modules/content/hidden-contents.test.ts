import { REOPEN_MS } from '@/domain/shop/personal-data'
import { answered } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { newId } from '../../support/test-environment'
import { orderFor, placeTestOrder, productDraft, stepOrder } from '../../support/test-shop'
import { checkOf, contentStoryPerTest, readNotice, writeNotice } from './content-story'

const story = contentStoryPerTest()
const check = () => checkWritten(story.env)
const RISKY = '违禁品'

interface Line {
  name: string
  label?: string
  unit: string
}
interface OrderReply {
  order: { lines: Line[]; note?: string; history: { note?: string }[] }
  shop: { name: string }
}

/** The product of the shop gets risky texts, and a buyer orders it with a risky note. */
async function orderRiskyGoods() {
  const { owner, shop } = story
  const draft = productDraft(shop.skuId)
  const skus = draft.skus.map((sku) => ({ ...sku, label: `${RISKY}大盒` }))
  const body = { version: 1, ...draft, name: `${RISKY}核桃`, note: `说${RISKY}`, skus }
  await answered(owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, body))
  const buyer = await story.signIn('buyer')
  const order = await placeTestOrder(shop, buyer, { note: `要${RISKY}` })
  return { buyer, order }
}

describe('risky texts of an order', () => {
  it('are read by their writers, and left out or replaced for the other side', async () => {
    const { buyer, order } = await orderRiskyGoods()
    await check()
    const url = `GET /api/shops/${story.shop.shopId}/orders/${order.id}`
    const [bought, sold] = [
      await answered<OrderReply>(buyer.call(url)),
      await answered<OrderReply>(story.owner.call(url)),
    ]
    expect(bought.order).toMatchObject({ note: `要${RISKY}`, lines: [{ name: '***', unit: '斤' }] })
    expect(bought.order.lines[0]?.label).toBeUndefined()
    expect(sold.order).toMatchObject({ lines: [{ name: `${RISKY}核桃`, label: `${RISKY}大盒` }] })
    expect(sold.order.note).toBeUndefined()
    const mine = await answered<{ items: { first: string }[] }>(buyer.call('GET /api/me/orders'))
    expect(mine.items[0]?.first).toBe('***')
  })

  it('are left out of the facts of a failure', async () => {
    const { buyer, order } = await orderRiskyGoods()
    await check()
    await stepOrder(story.shop, story.owner, order.id, 'accept')
    const refused = await stepOrder(story.shop, buyer, order.id, 'cancel')
    expect(refused.statusCode).toBe(409)
    expect(refused.json<{ current: OrderReply['order'] }>().current.lines[0]?.name).toBe('***')
    const own = await stepOrder(story.shop, story.owner, order.id, 'accept')
    expect(own.json<{ current: OrderReply['order'] }>().current.lines[0]?.name).toBe(`${RISKY}核桃`)
  })

  it('are left out of the note of a closed shop that refuses an order', async () => {
    const { owner, shop } = story
    const route = `/api/shops/${shop.shopId}`
    await answered(
      owner.call(`PUT ${route}/settings`, {
        ...{ version: 1, name: '核桃小店', fulfilments: ['local'], payments: ['on-delivery'] },
        ...{ freight: { fee: 0 }, closedUntil: '2027-01-01', closedNote: `卖${RISKY}去了` },
      }),
    )
    const buyer = await story.signIn('buyer')
    const order = () => buyer.call(`PUT ${route}/orders/${newId()}`, orderFor(shop))
    expect((await order()).body).toContain(RISKY)
    await check()
    const refused = await order()
    expect(refused.json()).toMatchObject({ code: 'shop-closed', current: { closedUntil: '2027-01-01' } })
    expect(refused.body).not.toContain(RISKY)
  })
})

describe('HiddenContents', () => {
  it('shows a text again that an operator has passed', async () => {
    await writeNotice(story, RISKY)
    await check()
    expect(await readNotice(story)).toBeUndefined()
    const { db } = story.env.deps
    await db.query
      .updateTable('content')
      .set({ verdict: 'pass', text: null })
      .where('text', '=', RISKY)
      .execute()
    await writeNotice(story, '收核桃')
    await check()
    await writeNotice(story, RISKY)
    await check()
    expect(await readNotice(story)).toBe(RISKY)
  })
})

describe('contents', () => {
  it('of a buyer are deleted with the data of the buyer, and those of the shop stay hidden', async () => {
    const { buyer, order } = await orderRiskyGoods()
    await check()
    for (const action of ['accept', 'send']) await stepOrder(story.shop, story.owner, order.id, action)
    await stepOrder(story.shop, story.owner, order.id, 'finish')
    expect(await checkOf(story, `要${RISKY}`)).toMatchObject({ verdict: 'risky' })
    expect((await buyer.call('DELETE /api/me/data')).statusCode).toBe(200)
    expect(await checkOf(story, `要${RISKY}`)).toBeUndefined()
    expect(await checkOf(story, `${RISKY}核桃`)).toMatchObject({ verdict: 'risky' })
  })

  it('of a shop are deleted when it ends', async () => {
    await writeNotice(story, RISKY)
    await check()
    const { env, owner, shop } = story
    await answered(owner.call(`PUT /api/shops/${shop.shopId}/closing`, { name: '核桃小店' }))
    env.advance(REOPEN_MS)
    const { endClosedShops } = await import('../../../../server/modules/closing/end-shop')
    await endClosedShops(env.deps, { invalidateShop: () => undefined } as never)
    expect(await checkOf(story, RISKY)).toBeUndefined()
  })
})
