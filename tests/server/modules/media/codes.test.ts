import sharp from 'sharp'
import { codePath, groupBuyCodePath } from '@/domain/shop/code-path'
import { readScene } from '@/domain/shop/scene'
import { pages } from '@/routes'
import { codeText } from '../../../../mock-server/wechat/code-simulator'
import { startWechatSimulator, type WechatSimulator } from '../../../../mock-server/wechat/simulator'
import { createWechatGateway } from '../../../../server/gateways/wechat'
import { perTest } from '../../../support/per-test'
import { readQr } from '../../../support/read-qr'
import { sendAndSpend } from '../../support/spend-limit'
import {
  createTestEnvironment,
  environmentPerTest,
  newId,
  type TestEnvironment,
} from '../../support/test-environment'
import { groupBuyDraft, openGroupBuy } from '../../support/test-group-buy'
import { openShop, productDraft, shopPerTest } from '../../support/test-shop'

const APP = { appid: 'wxplatform0001', secret: 'a secret of tests' }
const ORIGIN = 'https://kz.example.org'
const settings = { publicUrl: ORIGIN }

const get = ({ app }: TestEnvironment, url: string) => app.inject({ url })

describe('the code of an installation without a mini-program', () => {
  const env = environmentPerTest({ settings })
  const shop = shopPerTest(env)

  it('is a QR code of the page of the shop or product', async () => {
    const answer = await get(env, codePath(shop.slug))
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=3600',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({
      format: 'png',
      width: 528,
      height: 528,
    })
    expect(await readQr(answer.rawPayload)).toBe(`${ORIGIN}/s/${shop.slug}`)
    const product = await get(env, codePath(shop.slug, shop.productId))
    expect(await readQr(product.rawPayload)).toBe(`${ORIGIN}/product?slug=${shop.slug}&id=${shop.productId}`)
    expect(env.blobs.names()).toEqual([])
  })

  it('can be read at the size of a poster', async () => {
    const { rawPayload } = await get(env, codePath(shop.slug, shop.productId))
    const small = await sharp(rawPayload).resize(264).png().toBuffer()
    expect(await readQr(small)).toContain(shop.productId)
  })

  it('is found only for shops that buyers find', async () => {
    expect((await get(env, codePath('nowhere1'))).statusCode).toBe(404)
    await env.deps.db.query.updateTable('shop').set({ blocked_at: 1 }).execute()
    for (const path of [codePath(shop.slug), codePath(shop.slug, shop.productId)])
      expect((await get(env, path)).json()).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('is found only for products that the shop sells', async () => {
    const other = await openShop(env)
    for (const id of [other.productId, newId(), 'none'])
      expect((await get(env, codePath(shop.slug, id))).statusCode).toBe(404)
    const draft = { version: 1, ...productDraft(shop.skuId), onSale: false }
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, draft)
    expect((await get(env, codePath(shop.slug, shop.productId))).statusCode).toBe(404)
  })

  it('is a QR code of the page of a group buy, once it is published', async () => {
    const { groupBuyId } = await openGroupBuy(env, shop)
    const { rawPayload } = await get(env, groupBuyCodePath(shop.slug, groupBuyId))
    expect(await readQr(rawPayload)).toBe(`${ORIGIN}/s/${shop.slug}/g/${groupBuyId}`)
    const draft = { id: newId(), ...groupBuyDraft(shop, env), version: 0 }
    const { id, ...body } = draft
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/group-buys/${id}`, body)
    for (const none of [id, newId(), 'none'])
      expect((await get(env, groupBuyCodePath(shop.slug, none))).statusCode).toBe(404)
  })
})

it('counts requests for codes towards the read limit', async () => {
  const env = await createTestEnvironment({ settings: { rateLimits: true } })
  const { slug, productId } = await openShop(env)
  expect((await sendAndSpend(() => get(env, codePath(slug)), 5998)).statusCode).toBe(200)
  expect((await get(env, codePath(slug, productId))).statusCode).toBe(200)
  expect((await get(env, codePath(slug))).json()).toMatchObject({ status: 429, code: 'too-many' })
  await env.app.close()
})

describe('the code of an installation with a mini-program', () => {
  interface Story {
    wechat: WechatSimulator
    env: TestEnvironment
  }

  const createWechat = ({ origin: baseUrl }: WechatSimulator) =>
    createWechatGateway({ miniPrograms: [APP], baseUrl, openUrl: baseUrl }, Date.now)

  const story = perTest<Story>(async () => {
    const wechat = await startWechatSimulator([APP])
    return { wechat, env: await createTestEnvironment({ settings, wechat: createWechat(wechat) }) }
  })
  afterEach(async () => {
    await story.env.app.close()
    await story.wechat.close()
  })
  const textAt = async (url: string, env = story.env) => readQr((await get(env, url)).rawPayload)

  it('opens the shop in the released mini-program', async () => {
    const { slug } = await openShop(story.env)
    const answer = await get(story.env, codePath(slug))
    expect(answer.headers['content-type']).toBe('image/png')
    const [made] = story.wechat.sceneCodes.made
    expect(made).toEqual({ appid: APP.appid, page: pages.shop, scene: slug, version: 'release' })
    expect(await readQr(answer.rawPayload)).toBe(made && codeText(made))
  })

  it('opens a product of the shop', async () => {
    const { slug, productId } = await openShop(story.env)
    const text = await textAt(codePath(slug, productId))
    expect(text).toContain(`/${pages.product}?scene=`)
    const scene = /scene=([^&]+)&/.exec(text)?.[1] ?? ''
    expect(readScene(scene)).toEqual({ slug, id: productId })
  })

  it('opens a group buy of the shop', async () => {
    const shop = await openShop(story.env)
    const { groupBuyId } = await openGroupBuy(story.env, shop)
    const text = await textAt(groupBuyCodePath(shop.slug, groupBuyId))
    expect(text).toContain(`/${pages.groupBuy}?scene=`)
    const scene = /scene=([^&]+)&/.exec(text)?.[1] ?? ''
    expect(readScene(scene)).toEqual({ slug: shop.slug, id: groupBuyId })
  })

  it('is requested once and stored', async () => {
    const { slug, productId } = await openShop(story.env)
    const path = codePath(slug, productId)
    const first = await get(story.env, path)
    expect((await get(story.env, path)).rawPayload).toEqual(first.rawPayload)
    expect(story.wechat.sceneCodes.requests).toBe(1)
    expect(story.env.blobs.names()).toHaveLength(1)
  })

  it('is requested once for all who want it at the same time', async () => {
    const { slug } = await openShop(story.env)
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(story.env, codePath(slug))))
    const [first] = answers.map(({ rawPayload }) => rawPayload)
    expect(await readQr(first ?? Buffer.alloc(0))).toContain('wxcode:')
    for (const { rawPayload } of answers) expect(rawPayload).toEqual(first)
    expect(story.wechat.sceneCodes.requests).toBe(1)
  })

  it('is a QR code of the link for a minute after WeChat refused', async () => {
    const { slug, productId } = await openShop(story.env)
    story.wechat.sceneCodes.fault = { errcode: 45009, errmsg: 'reach max api minute quota limit' }
    const answer = await get(story.env, codePath(slug))
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'public, max-age=60'])
    expect(await readQr(answer.rawPayload)).toBe(`${ORIGIN}/s/${slug}`)
    story.wechat.sceneCodes.fault = undefined
    expect(await textAt(codePath(slug, productId))).toContain(ORIGIN)
    expect(story.wechat.sceneCodes.requests).toBe(1)
    story.env.advance(60_001)
    expect(await textAt(codePath(slug))).toContain('wxcode:')
  })

  it('is a QR code of the link within about three seconds when WeChat does not answer', async () => {
    const { slug } = await openShop(story.env)
    story.wechat.sceneCodes.fault = 'mute'
    const begun = performance.now()
    expect(await textAt(codePath(slug))).toBe(`${ORIGIN}/s/${slug}`)
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it.each([
    ['a picture that breaks off', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['no picture', Buffer.from('<html>')],
  ])('is a QR code of the link when WeChat answers %s', async (_, fault) => {
    const { slug } = await openShop(story.env)
    story.wechat.sceneCodes.fault = fault
    expect(await textAt(codePath(slug))).toBe(`${ORIGIN}/s/${slug}`)
    expect(story.env.blobs.names()).toEqual([])
  })
})
