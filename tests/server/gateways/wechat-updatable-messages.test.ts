import { startWechatSimulator, type WechatSimulator } from '../../../mock-server/wechat/simulator'
import { createWechatGateway } from '../../../server/gateways/wechat'
import { perTest } from '../../support/per-test'
import { type Exchange, startCapture } from './fields/capture'
import { type Field, findErrors, integer, list, must, object, text } from './fields/field-table'

const APP = { appid: 'wxplatform0001', secret: 'a secret of tests' }
const JOINING = { kind: 'joining', count: 12, limit: 40 } as const
const BEGUN = { kind: 'begun', page: 'pages/group-buy/index?slug=abcd1234&id=1' } as const

const wechat = perTest<WechatSimulator>(() => startWechatSimulator([APP]), 'close')

const messages = (baseUrl = wechat.origin) => {
  const gateway = createWechatGateway({ miniPrograms: [APP], baseUrl, openUrl: baseUrl }, Date.now)
  if (!gateway.updatableMessages) throw new Error('messages are updated')
  return gateway.updatableMessages
}

/** Returns what `work` sends to the API of updatable messages. */
async function requestsOf(work: () => Promise<unknown>): Promise<Exchange[]> {
  const capture = startCapture()
  await work().finally(() => capture.stop())
  return capture.exchanges.filter(({ url }) => url.pathname.startsWith('/cgi-bin/message/wxopen/'))
}

/** https://developers.weixin.qq.com/miniprogram/en/dev/api-backend/open-api/updatable-message/updatableMessage.setUpdatableMsg.html */
const requestOf = (state: 0 | 1, names: string[]): Field[] => [
  text('activity_id', must),
  integer('target_state', must, { min: state, max: state }),
  object('template_info', must),
  list('template_info.parameter_list', must),
  text('template_info.parameter_list[].name', must, { values: names }),
  text('template_info.parameter_list[].value', must),
]

describe('UpdatableMessages', () => {
  it('creates an activity, which ends after 24 hours', async () => {
    const [sent] = await requestsOf(async () => {
      const { id, until } = await messages().createActivity()
      expect(id).toBe('activity-1')
      expect(Math.abs(until - Date.now() - 86_400_000)).toBeLessThan(60_000)
    })
    expect([sent?.method, sent?.url.pathname, [...(sent?.url.searchParams.keys() ?? [])]]).toEqual([
      'GET',
      '/cgi-bin/message/wxopen/activityid/create',
      ['access_token'],
    ])
  })

  it('sends what the document lists, for both states', async () => {
    const client = messages()
    const { id } = await client.createActivity()
    const requests = await requestsOf(async () => {
      await client.update(id, JOINING)
      await client.update(id, BEGUN)
    })
    const bodies = requests.map(({ body }) => JSON.parse(String(body)))
    expect(requests.map(({ url }) => url.pathname)).toEqual(
      Array(2).fill('/cgi-bin/message/wxopen/updatablemsg/send'),
    )
    expect(findErrors(bodies[0], requestOf(0, ['member_count', 'room_limit']), 'platform')).toEqual([])
    expect(findErrors(bodies[1], requestOf(1, ['path', 'version_type']), 'platform')).toEqual([])
    expect(bodies[0].template_info.parameter_list).toEqual([
      { name: 'member_count', value: '12' },
      { name: 'room_limit', value: '40' },
    ])
    expect(wechat.updatableMessages.activities.get(id)).toMatchObject({
      state: 1,
      parameters: { path: BEGUN.page, version_type: 'release' },
    })
  })

  it('rejects what WeChat refuses, which it answers with status 200', async () => {
    const client = messages()
    await expect(client.update('none', JOINING)).rejects.toMatchObject({ kind: 'rejected', code: '47503' })
    const { id } = await client.createActivity()
    await client.update(id, BEGUN)
    await expect(client.update(id, JOINING)).rejects.toMatchObject({ kind: 'rejected' })
    wechat.updatableMessages.fault = { errcode: 45009, errmsg: 'reach max api daily quota limit' }
    await expect(client.createActivity()).rejects.toMatchObject({ kind: 'rejected', code: '45009' })
  })

  it('renews a token that has ended', async () => {
    const client = messages()
    await client.createActivity()
    wechat.shipping.endTokens()
    expect((await client.createActivity()).id).toBe('activity-2')
  })

  it('reports a WeChat that does not answer', async () => {
    await expect(messages('http://127.0.0.1:1').createActivity()).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })
})
