import { textId } from '../../../../server/modules/content/store'
import { readWaitingContents } from '../../../../server/modules/operator/waiting-contents'
import { formatContents } from '../../../../server/operator/format-contents'
import { decideById } from '../../../../server/operator/shop-actions'
import { answered } from '../../support/api-client'
import { checkWritten } from '../../support/content'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { newId } from '../../support/test-environment'
import { openShop, placeTestOrder, productDraft, readToday } from '../../support/test-shop'
import { contentStoryPerTest, readNotice, writeNotice } from './content-story'

const story = contentStoryPerTest()
const RISKY = '违禁品'

interface Part {
  id: string
  kind: string
  reason: string
  place?: string
  text?: string
  productId?: string
  appealedAt?: number
}

const readParts = async (): Promise<Part[]> =>
  (await answered<{ items: Part[] }>(story.owner.call(`GET /api/shops/${story.shop.shopId}/hidden-parts`)))
    .items

const appeal = (id: string, note = '这是正经货') =>
  story.owner.call(`PUT /api/shops/${story.shop.shopId}/hidden-parts/${id}/appeal`, { note })

const waiting = () => readWaitingContents(story.env.deps)
const check = () => checkWritten(story.env)

async function nameProduct(name: string, version: number, photos: string[] = []) {
  const { owner, shop } = story
  const body = { version, ...productDraft(shop.skuId), name, photos }
  await answered(owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, body))
}

describe('GET /api/shops/:shopId/hidden-parts', () => {
  it('lists what others do not see, with the place and the reason', async () => {
    await writeNotice(story, RISKY)
    await nameProduct(`${RISKY}核桃`, 1)
    await check()
    expect(await readParts()).toEqual(
      expect.arrayContaining([
        { id: textId(RISKY), kind: 'text', reason: 'crime', place: 'shop-notice', text: RISKY },
        {
          ...{ id: textId(`${RISKY}核桃`), kind: 'text', reason: 'crime', place: 'product-name' },
          ...{ text: `${RISKY}核桃`, productId: story.shop.productId },
        },
      ]),
    )
    expect(await readToday(story.shop)).toMatchObject({ hiddenParts: 2 })
  })

  it('leaves out what the owner has changed since', async () => {
    await nameProduct(`${RISKY}核桃`, 1)
    await check()
    expect(await readParts()).toHaveLength(1)
    await nameProduct('新核桃', 2)
    expect(await readParts()).toEqual([])
    expect(await readToday(story.shop)).not.toHaveProperty('hiddenParts')
  })

  it('lists a hidden photo with the product that shows it, until the product shows another', async () => {
    const bytes = await picture(40, 30, '#884422').jpeg().toBuffer()
    const { id, hash } = await answered<{ id: string; hash: string }>(
      sendPhoto(story.env.app, story.owner, newId(), bytes),
    )
    await nameProduct('核桃', 1, [id])
    await decideById(story.env.deps, `photo-${hash}`, 'risky')
    expect(await readParts()).toEqual([
      { id: `photo-${hash}`, kind: 'photo', reason: 'other', productId: story.shop.productId },
    ])
    const buyer = await story.signIn('buyer')
    await placeTestOrder(story.shop, buyer)
    await nameProduct('核桃', 2)
    expect(await readParts()).toEqual([])
  })

  it('does not list what buyers wrote', async () => {
    const buyer = await story.signIn('buyer')
    await answered(
      buyer.call(`PUT /api/shops/${story.shop.shopId}/orders/${newId()}`, {
        ...{ lines: [{ skuId: story.shop.skuId, quantity: 1 }], fulfilment: { kind: 'local' } },
        receiver: { name: '收货人', phone: '13800000000', address: '城关镇一号' },
        ...{ payment: { method: 'on-delivery' }, seenTotal: 2500, note: RISKY },
      }),
    )
    await check()
    expect(await readParts()).toEqual([])
  })
})

describe('an appeal', () => {
  it('puts the content into the list of the operator, who shows it again', async () => {
    await writeNotice(story, RISKY)
    await check()
    expect(await waiting()).toEqual([])
    expect((await appeal(textId(RISKY))).json()).toEqual({ appealedAt: story.env.deps.clock() })
    expect((await readParts())[0]).toHaveProperty('appealedAt')
    const [one] = await waiting()
    const appeals = [{ slug: story.shop.slug, note: '这是正经货' }]
    expect(one).toMatchObject({ id: textId(RISKY), text: RISKY, verdict: 'risky', appeals })
    expect(formatContents(await waiting())).toContain(`/s/${story.shop.slug} shop-notice`)

    await decideById(story.env.deps, textId(RISKY), 'pass')
    expect(await waiting()).toEqual([])
    expect(await readParts()).toEqual([])
    await writeNotice(story, '收核桃')
    // a server reads it with its next check
    await check()
    await writeNotice(story, RISKY)
    await check()
    expect(await readNotice(story)).toBe(RISKY)
  })

  it('is answered when the operator hides the content again', async () => {
    await writeNotice(story, RISKY)
    await check()
    await appeal(textId(RISKY))
    story.env.advance(1000)
    await decideById(story.env.deps, textId(RISKY), 'risky')
    expect(await waiting()).toEqual([])
    expect((await readParts())[0]).not.toHaveProperty('appealedAt')
  })

  it('is not found for what is not hidden in this shop', async () => {
    await writeNotice(story, '收核桃')
    await check()
    expect((await appeal(textId('收核桃'))).statusCode).toBe(404)
    expect((await appeal(textId('别家的'))).statusCode).toBe(404)
  })
})

describe('readWaitingContents', () => {
  it('lists doubtful texts and unchecked photos, which can be looked at for an hour', async () => {
    await writeNotice(story, '加微信付款便宜')
    story.wechat.content.quota = 0
    const bytes = await picture(40, 30, '#448822').jpeg().toBuffer()
    await answered(sendPhoto(story.env.app, story.owner, newId(), bytes))
    for (let i = 0; i < 4; i++) {
      await check()
      story.env.advance(3_600_000)
    }
    const contents = await waiting()
    expect(contents.map(({ kind, label }) => [kind, label]).sort()).toEqual([
      ['photo', null],
      ['text', null],
    ])
    const path = contents.find(({ kind }) => kind === 'photo')?.path ?? ''
    expect((await story.env.app.inject({ url: path })).statusCode).toBe(200)
  })
})

describe('decideById', () => {
  it('hides a text that many shops use only when that is meant', async () => {
    for (let i = 0; i < 6; i++) await openShop(story.env, { request: { name: '山货' } })
    await check()
    await expect(decideById(story.env.deps, textId('山货'), 'risky')).rejects.toThrow('6 shops use')
    await decideById(story.env.deps, textId('山货'), 'risky', true)
    await check()
  })

  it('hides a text that has passed before and is not stored', async () => {
    await writeNotice(story, '收核桃')
    await check()
    await decideById(story.env.deps, textId('收核桃'), 'risky')
    await writeNotice(story, '收核桃')
    await check()
    expect(await readNotice(story)).toBeUndefined()
  })

  it('rejects an id that no content has', async () => {
    await expect(decideById(story.env.deps, textId('没有'), 'pass')).rejects.toThrow('There is no content')
  })

  it('stands against later verdicts of WeChat', async () => {
    await writeNotice(story, RISKY)
    await decideById(story.env.deps, textId(RISKY), 'pass')
    await check()
    expect(await readNotice(story)).toBe(RISKY)
  })
})
