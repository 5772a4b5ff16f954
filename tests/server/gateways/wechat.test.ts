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
}

let server: Server
let lastRequest: URL
let baseUrl: string

beforeAll(async () => {
  server = createServer((request, response) => {
    lastRequest = new URL(request.url ?? '', 'http://wechat.test')
    response.end(answers[lastRequest.searchParams.get('js_code') ?? ''])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const gateway = (at = baseUrl) => createWechatGateway({ appId: 'wx1', appSecret: 's&c', baseUrl: at })

test('codeToOpenid exchanges a valid code for the openid', async () => {
  expect(await gateway().codeToOpenid('good')).toBe('oABC')
  expect(lastRequest.pathname).toBe('/sns/jscode2session')
  expect(Object.fromEntries(lastRequest.searchParams)).toEqual({
    appid: 'wx1',
    secret: 's&c',
    js_code: 'good',
    grant_type: 'authorization_code',
  })
})

test.each(['old', 'used'])('codeToOpenid rejects a code that is %s as bad input', async (code) => {
  await expect(gateway().codeToOpenid(code)).rejects.toMatchObject({ code: 'bad-input' })
})

test.each(['busy', 'secret', 'odd', 'empty'])(
  'codeToOpenid reports the service as unavailable when the answer is %s',
  async (code) => {
    await expect(gateway().codeToOpenid(code)).rejects.toMatchObject({ code: 'unavailable' })
  },
)

test('codeToOpenid reports the service as unavailable when there is no answer', async () => {
  await expect(gateway('http://127.0.0.1:9').codeToOpenid('good')).rejects.toMatchObject({
    code: 'unavailable',
  })
})
