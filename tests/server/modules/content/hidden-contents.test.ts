import { REOPEN_MS } from '@/domain/shop/personal-data'
import { StorefrontCache } from '../../../../server/http/cache/storefront-cache'
import { endClosedShops } from '../../../../server/modules/closing/end-shop'
import { Content } from '../../../../server/modules/content/content'
import { sweepContents } from '../../../../server/modules/content/forget-contents'
import { HiddenContents } from '../../../../server/modules/content/hidden-contents'
import { textId } from '../../../../server/modules/content/store'
import { decideById } from '../../../../server/operator/shop-actions'
import { answered } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { newId } from '../../support/test-environment'
import { orderFor, placeTestOrder, productDraft, stepOrder } from '../../support/test-shop'
import { checkOf, contentStoryPerTest, writeNotice } from './content-story'

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
  it('reads what another server has hidden, or shown again', async () => {
    const { deps } = story.env
    const changes: string[][] = []
    const hidden = new HiddenContents(deps.db, async (ids) => void changes.push([...ids]))
    await hidden.refresh()
    expect(changes).toEqual([])
    await writeNotice(story, RISKY)
    await check()
    await hidden.refresh()
    expect(hidden.hidesText(RISKY)).toBe(true)
    await decideById(deps, textId(RISKY), 'pass')
    await hidden.refresh()
    expect(hidden.hidesText(RISKY)).toBe(false)
    expect(changes).toEqual([[textId(RISKY)], [textId(RISKY)]])
  })
})

describe('contents', () => {
  it('of a deleted buyer stay hidden while the order shows them', async () => {
    const { buyer, order } = await orderRiskyGoods()
    await check()
    for (const action of ['accept', 'send', 'finish'])
      await stepOrder(story.shop, story.owner, order.id, action)
    expect((await buyer.call('DELETE /api/me/data')).statusCode).toBe(200)
    await sweepContents(story.env.deps)
    // without the text itself
    expect(await checkOf(story, `要${RISKY}`)).toBeUndefined()
    await check()
    const sold = await story.owner.call(`GET /api/shops/${story.shop.shopId}/orders/${order.id}`)
    expect(sold.json<OrderReply>().order.note).toBeUndefined()
  })

  it('of an ended shop stay hidden in the orders of its buyers', async () => {
    const { buyer, order } = await orderRiskyGoods()
    await check()
    const { env, owner, shop } = story
    for (const action of ['accept', 'send', 'finish']) await stepOrder(shop, owner, order.id, action)
    await answered(owner.call(`PUT /api/shops/${shop.shopId}/closing`, { name: '核桃小店' }))
    env.advance(REOPEN_MS + 30 * 86_400_000)
    await endClosedShops(env.deps, new StorefrontCache())
    await sweepContents(env.deps)
    const bought = await buyer.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)
    expect(bought.json<OrderReply>().order.lines[0]?.name).toBe('***')
  })
})

describe('a masked reply', () => {
  it('has a version with which nothing can be saved', async () => {
    await orderRiskyGoods()
    await check()
    const url = `/api/shops/${story.shop.shopId}/products/${story.shop.productId}`
    const seen = (await story.env.app.inject({ url })).json<{ name: string; version: number }>()
    expect(seen).toMatchObject({ name: '***', version: 0 })
    const body = { ...productDraft(story.shop.skuId), name: seen.name, version: seen.version }
    const saved = await story.owner.call(`PUT ${url}`, body)
    expect(saved.statusCode).toBe(409)
    expect(saved.json()).toMatchObject({ code: 'version-conflict', current: { name: `${RISKY}核桃` } })
  })
})

describe('recordTexts', () => {
  it('records of whoever writes too much only texts with risky words', async () => {
    const { deps } = story.env
    const content = new Content(deps, () => undefined)
    const by = { shopId: story.shop.shopId, accountId: 'busy' }
    const texts = Array.from({ length: 2000 }, (_, i) => ({ text: `第${i}句`, place: 'section' as const }))
    await content.recordTexts(texts, by)
    for (const text of ['又一句', '冰毒']) await content.recordTexts([{ text, place: 'section' }], by)
    const rows = await deps.db.query
      .selectFrom('content_use')
      .where('account_id', '=', 'busy')
      .select('content_id')
      .execute()
    expect(rows).toHaveLength(2001)
    expect(content.hidden.hidesText('冰毒')).toBe(true)
  })
})
