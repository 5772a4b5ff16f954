import { startWechatSimulator, type WechatSimulator } from '../../../../mock-server/wechat/simulator'
import { createWechatGateway } from '../../../../server/gateways/wechat'
import { readFiling } from '../../../../server/gateways/wechat-filing'
import { readFilings } from '../../../../server/modules/own-apps/own-apps'
import { signInOperator } from '../../support/operator'
import { environmentPerTest } from '../../support/test-environment'
import { readToday, shopPerTest } from '../../support/test-shop'

const APP = { appid: 'wxown0123', secret: 'a secret of tests' }
const env = environmentPerTest()
const shop = shopPerTest(env)

let wechat: WechatSimulator
beforeEach(async () => {
  wechat = await startWechatSimulator([APP], env.deps.clock)
})
afterEach(() => wechat.close())

const WAITING = {
  ...{ filing: 'waiting', category: 'waiting', payment: 'waiting', audit: 'waiting', release: 'waiting' },
}
const DONE = { filing: 'done', category: 'done', payment: 'done', audit: 'done', release: 'done' }

async function note(states: object, more: object = {}) {
  const operator = await signInOperator(env)
  const body = { appid: APP.appid, states: { ...WAITING, ...states }, ...more }
  return operator.call(`PUT /api/operator/shops/${shop.shopId}/own-app`, body)
}

const read = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/own-app`)).json().app

/** Reads the filing as the job does. */
async function readFromWechat(info?: object) {
  if (info) wechat.filings.set(APP.appid, info)
  const { origin: baseUrl } = wechat
  const gateway = createWechatGateway({ miniPrograms: [APP], baseUrl, openUrl: baseUrl }, env.deps.clock)
  if (!gateway.filing) throw new Error('no filings are read')
  await readFilings(env.deps, gateway.filing, { info: () => undefined })
}

describe('the own mini-program of a shop', () => {
  it('is none until an operator notes it, and then a to-do of the owner until it is released', async () => {
    expect(await read()).toBeUndefined()
    expect(await readToday(shop)).not.toHaveProperty('ownApp')
    await note({ filing: 'done', category: 'refused' }, { note: '执照要换新的' })
    expect(await read()).toMatchObject({
      ...{ appid: APP.appid, note: '执照要换新的' },
      states: { ...WAITING, filing: 'done', category: 'refused' },
    })
    expect(await readToday(shop)).toMatchObject({ ownApp: { step: 'category', state: 'refused' } })
    await note(DONE)
    expect(await readToday(shop)).not.toHaveProperty('ownApp')
    expect(await read()).not.toHaveProperty('note')
  })

  it('has its payment done once WeChat has granted the shop a merchant, whatever was noted', async () => {
    await note({})
    const grants = {
      subject: 'individual',
      wechat: { role: 'partner', merchant: '1900000109', h5: true, browser: false },
    }
    await env.deps.db.query
      .updateTable('shop')
      .set({ payment_grants: JSON.stringify(grants) })
      .execute()
    expect((await read()).states).toMatchObject({ payment: 'done' })
  })

  it('has the filing that WeChat reports, which a note does not change, until it has another appid', async () => {
    await note({ category: 'underway' })
    const audit_data = [{ key_name: '主体负责人', error: '照片不清楚', suggest: '重新拍' }]
    await readFromWechat({ status: 5, is_canceling: false, available: 1, audit_data })
    expect(await read()).toMatchObject({
      states: { filing: 'refused', category: 'underway' },
      filing: { gaps: [], problems: ['主体负责人，照片不清楚，重新拍'], readAt: env.deps.clock() },
    })
    await note({ filing: 'waiting', category: 'done' })
    expect((await read()).states).toMatchObject({ filing: 'refused', category: 'done' })
    await readFromWechat({ status: 6, is_canceling: false, available: 1 })
    expect((await read()).states).toMatchObject({ filing: 'done' })
    await note({ filing: 'underway' }, { appid: 'wxother9' })
    expect(await read()).not.toHaveProperty('filing')
    expect((await read()).states).toMatchObject({ filing: 'underway' })
  })

  it('keeps what was noted when this server has no secret of it', async () => {
    await note({ filing: 'underway' }, { appid: 'wxother9' })
    await readFromWechat()
    expect(await read()).toMatchObject({ states: { filing: 'underway' } })
    expect(await read()).not.toHaveProperty('filing')
  })
})

describe('readFiling', () => {
  it.each([
    [2, 'underway', []],
    [3, 'refused', []],
    [4, 'underway', []],
    [5, 'refused', []],
    [6, 'done', []],
    [1024, 'waiting', []],
    [1025, 'waiting', ['info']],
    [1026, 'waiting', ['category']],
    [1027, 'waiting', ['info', 'category']],
    [1028, 'waiting', ['verification']],
    [1029, 'waiting', ['info', 'verification']],
    [1030, 'waiting', ['category', 'verification']],
    [1031, 'waiting', ['info', 'category', 'verification']],
  ] as const)('reads state %d of the documents as %s', (status, state, gaps) => {
    expect(readFiling({ status })).toEqual({ state, gaps, problems: [] })
  })

  it.each([[undefined], [{}], [{ status: 7 }], [{ status: 1032 }]])('refuses %j', (info) => {
    expect(() => readFiling(info)).toThrow('filing state')
  })
})
