import { type PushSimulator, startPushSimulator } from '../../../../mock-server/push/simulator'
import { startWechatSimulator, type WechatSimulator } from '../../../../mock-server/wechat/simulator'
import type { Sms } from '../../../../server/gateways/aliyun-sms'
import type { MessageTemplate } from '../../../../server/gateways/subscribe-messages'
import { createWechatGateway } from '../../../../server/gateways/wechat'
import { setPhone } from '../../../../server/modules/notices/channels'
import type { PushPayload } from '../../../../server/modules/notifications/send-message'
import { type ApiClient, signIn } from '../../support/api-client'
import { choosePictures, makeTestCard, openHelpedShop, takeOver } from '../../support/stories/helped-shop'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop } from '../../support/test-shop'
import { SMS_PLAN } from '../../support/test-sms'
import { testWebPush } from '../../support/web-push'
import { SHARED_APPID, signInToMiniProgram } from '../../support/wechat'

const APP = { appid: SHARED_APPID, secret: 'a secret of tests' }
const CARD_TEMPLATE: MessageTemplate = {
  ...{ appid: SHARED_APPID, id: 'template-paper-card', events: ['card-made', 'card-asked'] },
  fields: { thing1: 'shop', phrase2: 'status', thing3: 'tip', time4: 'time' },
}
const CARD_SMS = {
  id: 'SMS_1003',
  events: ['card-made', 'card-asked'],
  params: { status: 'status' },
} as const

const MORNING = Date.UTC(2026, 11, 3, 1)
const MIDNIGHT = Date.UTC(2026, 11, 3, 16)
const HOUR = 3_600_000

let env: TestEnvironment
let wechat: WechatSimulator
let service: PushSimulator
let texts: { phone: string; status: string | undefined }[]
let shop: OpenedShop
let second: ApiClient
let browsers: Record<'first' | 'second', () => PushPayload[]>

const pass = (ms: number) => env.runAfter(ms)

function addBrowser(client: ApiClient): Promise<() => PushPayload[]> {
  const subscription = service.subscribe(env.deps.webPush?.publicKey ?? '')
  return client
    .call('PUT /api/me/browsers', subscription)
    .then(() => () => service.received(subscription.endpoint).map((text) => JSON.parse(text) as PushPayload))
}

beforeEach(async () => {
  texts = []
  service = await startPushSimulator()
  const send = async ({ phone, params }: Parameters<Sms['send']>[0]) => {
    texts.push({ phone, status: params.status })
    return 'sent' as const
  }
  env = await createTestEnvironment({
    webPush: testWebPush([service.origin], () => env.deps.elapsed()),
    sms: { plan: { ...SMS_PLAN, templates: [CARD_SMS] }, send },
  })
  env.advance(MORNING - env.deps.clock())
  const { clock } = env.deps
  wechat = await startWechatSimulator([APP], clock, () => undefined, [CARD_TEMPLATE])
  env.deps.wechat = createWechatGateway(
    { miniPrograms: [APP], templates: [CARD_TEMPLATE], baseUrl: wechat.origin, openUrl: wechat.origin },
    clock,
  )
  const owner = await signInToMiniProgram(env, wechat.codes.issue('seller'))
  shop = await openShop(env, { owner })
  second = await signIn(env.app)
  await second.call('POST /api/sessions', { provider: 'key', key: shop.key })
  browsers = { first: await addBrowser(owner), second: await addBrowser(second) }
  await env.deps.db.withTx((tx) => setPhone(tx, owner.accountId, '13800001234', clock()))
  wechat.messages.permit('o-seller', CARD_TEMPLATE.id, 5)
  const permits = [{ templateId: CARD_TEMPLATE.id, count: 5 }]
  expect((await owner.call('POST /api/me/permits', { id: newId(), permits })).statusCode).toBe(200)
})
afterEach(async () => {
  await env.app.close()
  await Promise.all([service.close(), wechat.close()])
})

const wechatTitles = () => wechat.messages.received.map(({ data }) => data.phrase2)

describe('a paper card', () => {
  it('is announced to all owners by every channel when it is made', async () => {
    await makeTestCard(second, shop.shopId)
    await pass(0)
    const message = {
      ...{ title: '店里新做了一张纸卡', body: '不是您家里人做的，点开停掉它' },
      path: `/make-card?shop=${shop.shopId}`,
    }
    expect(browsers.first()).toMatchObject([message])
    expect(browsers.second()).toMatchObject([message])
    expect(wechatTitles()).toEqual(['新做纸卡'])
    expect(texts).toEqual([{ phone: '13800001234', status: '新做纸卡' }])
  })

  it('is announced to all owners by every channel when it asks for the shop, also at night', async () => {
    const code = await makeTestCard(shop.owner, shop.shopId)
    await pass(0)
    env.advance(MIDNIGHT - env.deps.clock())
    const taker = await signIn(env.app)
    await choosePictures(taker, code, ['sun', 'sun', 'sun', 'sun'])
    await choosePictures(taker, code)
    // a repeated request is the same event
    await choosePictures(taker, code)
    await pass(0)
    const titles = ['店里新做了一张纸卡', '有人拿纸卡来取您的店']
    expect(browsers.first().map(({ title }) => title)).toEqual(titles)
    expect(browsers.second().map(({ title }) => title)).toEqual(titles)
    expect(wechatTitles()).toEqual(['新做纸卡', '有人取店'])
    expect(texts.map(({ status }) => status)).toEqual(['新做纸卡', '有人取店'])
  })

  it('is announced again when another phone asks for the shop, and no longer once it has ended', async () => {
    const code = await makeTestCard(shop.owner, shop.shopId)
    await pass(0)
    await choosePictures(await signIn(env.app), code)
    await pass(HOUR)
    await choosePictures(await signIn(env.app), code)
    await pass(HOUR)
    expect(browsers.second()).toHaveLength(3)
    await choosePictures(await signIn(env.app), code)
    await shop.owner.call(`DELETE /api/shops/${shop.shopId}/paper-card`)
    await pass(HOUR)
    expect(browsers.second()).toHaveLength(3)
  })

  it('is not announced while the shop waits for its owner', async () => {
    const helped = await openHelpedShop(env)
    const browser = await addBrowser(helped.helper)
    await makeTestCard(helped.helper, helped.shopId)
    await pass(0)
    const owner = await addBrowser(await takeOver(env, helped))
    await pass(HOUR)
    expect([browser(), owner()]).toEqual([[], []])
  })
})
