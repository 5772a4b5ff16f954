import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWechatGateway } from '../../../server/gateways/wechat'

/** Responses as WeChat documents them for `jscode2session`: errors come with status 200. */
const answers: Record<string, string> = {
  good: '{"openid":"oABC","session_key":"k"}',
  old: '{"errcode":40029,"errmsg":"invalid code"}',
  used: '{"errcode":40163,"errmsg":"code been used"}',
  busy: '{"errcode":-1,"errmsg":"system error"}',
  secret: '{"errcode":40125,"errmsg":"invalid appsecret"}',
  odd: 'not json',
  empty: 'null',
  snapshot: '{"openid":"oVirtual","is_snapshotuser":1}',
}

let server: Server
let lastRequest: URL
let baseUrl: string

beforeAll(async () => {
  server = createServer((request, response) => {
    lastRequest = new URL(request.url ?? '', 'http://wechat.test')
    response.end(
      answers[lastRequest.searchParams.get('js_code') ?? lastRequest.searchParams.get('code') ?? ''],
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const gateway = (at = baseUrl) =>
  createWechatGateway(
    {
      miniPrograms: [{ appid: 'wx1', secret: 's&c' }],
      serviceAccount: { appid: 'wx2', secret: 'page' },
      baseUrl: at,
      openUrl: 'https://open.example',
    },
    Date.now,
  )

test('codeToOpenid exchanges a valid code for the openid', async () => {
  expect(await gateway().codeToOpenid('good', 'wx1')).toBe('oABC')
  expect(lastRequest.pathname).toBe('/sns/jscode2session')
  expect(Object.fromEntries(lastRequest.searchParams)).toEqual({
    appid: 'wx1',
    secret: 's&c',
    js_code: 'good',
    grant_type: 'authorization_code',
  })
})

test.each(['old', 'used'])('codeToOpenid rejects a code that is %s as bad input', async (code) => {
  await expect(gateway().codeToOpenid(code, 'wx1')).rejects.toMatchObject({ code: 'bad-input' })
})

test.each(['busy', 'secret', 'odd', 'empty'])(
  'codeToOpenid reports the service as unavailable when the answer is %s',
  async (code) => {
    await expect(gateway().codeToOpenid(code, 'wx1')).rejects.toMatchObject({ code: 'unavailable' })
  },
)

test('codeToOpenid reports the service as unavailable when there is no answer', async () => {
  await expect(gateway('http://127.0.0.1:9').codeToOpenid('good', 'wx1')).rejects.toMatchObject({
    code: 'unavailable',
  })
})

test('codeToOpenid rejects an appid that the server does not know', async () => {
  await expect(gateway().codeToOpenid('good', 'wx3')).rejects.toMatchObject({
    code: 'bad-input',
    details: { fields: [{ path: '/appid' }] },
  })
})

describe('the service account', () => {
  const account = () => {
    const { serviceAccount } = gateway()
    if (!serviceAccount) throw new Error('the settings name one')
    return serviceAccount
  }

  test('signs in by a page of WeChat that returns to the shop', () => {
    expect(account().signInUrl('https://shop.example/order?shop=1&order=2')).toBe(
      'https://open.example/connect/oauth2/authorize?appid=wx2&redirect_uri=https%3A%2F%2Fshop.example%2Forder%3Fshop%3D1%26order%3D2&response_type=code&scope=snsapi_base#wechat_redirect',
    )
  })

  test('exchanges the code of that page by its own secret', async () => {
    expect(await account().codeToOpenid('good')).toBe('oABC')
    expect(lastRequest.pathname).toBe('/sns/oauth2/access_token')
    expect(Object.fromEntries(lastRequest.searchParams)).toEqual({
      appid: 'wx2',
      secret: 'page',
      code: 'good',
      grant_type: 'authorization_code',
    })
  })

  test.each(['used', 'snapshot'])('rejects a code that is %s', async (code) => {
    await expect(account().codeToOpenid(code)).rejects.toMatchObject({ code: 'bad-input' })
  })
})
