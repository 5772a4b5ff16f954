import { startWechatSimulator, type WechatSimulator } from '../../../../mock-server/wechat/simulator'
import type { MessageTemplate } from '../../../../server/gateways/subscribe-messages'
import { createWechatGateway } from '../../../../server/gateways/wechat'
import type { ApiClient } from '../../support/api-client'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop } from '../../support/test-shop'
import { ORDER_TEMPLATE, SHARED_APPID, signInToMiniProgram } from '../../support/wechat'

const APP = { appid: SHARED_APPID, secret: 'a secret of tests' }

export const TEMPLATES: MessageTemplate[] = [
  { ...ORDER_TEMPLATE, events: ['new-order', 'expiring'] },
  {
    ...{ appid: SHARED_APPID, id: 'template-progress', events: ['accepted', 'sent', 'ready', 'refunded'] },
    fields: { thing1: 'shop', thing2: 'goods', phrase3: 'status', amount4: 'total' },
  },
]

export let env: TestEnvironment
export let wechat: WechatSimulator
export let shop: OpenedShop

/** Starts WeChat, and a server with a shop of the mini-program. */
export async function setUp() {
  env = await createTestEnvironment()
  const { clock } = env.deps
  wechat = await startWechatSimulator([APP], clock, () => undefined, TEMPLATES)
  env.deps.wechat = createWechatGateway(
    { miniPrograms: [APP], templates: TEMPLATES, baseUrl: wechat.origin, openUrl: wechat.origin },
    clock,
  )
  const owner = await signInToMiniProgram(env, wechat.codes.issue('seller'))
  shop = await openShop(env, { owner, stock: 1000 })
}

export async function tearDown() {
  await env.app.close()
  await wechat.close()
}

/** Someone permits messages of a template, in WeChat and here. */
export async function permit(
  client: ApiClient,
  { openid, count, template = ORDER_TEMPLATE }: { openid: string; count: number; template?: MessageTemplate },
) {
  wechat.messages.permit(openid, template.id, count)
  const answer = await client.call('POST /api/me/permits', {
    id: newId(),
    permits: [{ templateId: template.id, count }],
  })
  expect(answer.statusCode).toBe(200)
}

/** Lets time pass, with the jobs that fall due. */
export const pass = (ms: number) => env.runAfter(ms)

/** The states of all messages, the oldest first. */
export const states = async () =>
  (await env.deps.db.query.selectFrom('message').select('state').orderBy('created_at').execute()).map(
    ({ state }) => state,
  )
