import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WechatApp } from '../../server/gateways/wechat'
import { LoginCodes } from './login-codes'

export interface WechatSimulator {
  /** Origin of the simulator: the value for `WECHAT_API` and `WECHAT_OPEN`. */
  origin: string
  codes: LoginCodes
  close(): Promise<void>
}

interface Context {
  /** Mini-programs and service accounts, the installation's own mini-program first. */
  apps: readonly [WechatApp, ...WechatApp[]]
  codes: LoginCodes
}

/**
 * Simulates WeChat's API on 127.0.0.1: HTTP 200 even for errors, `errcode` absent on success. The sign-in page of service accounts
 * returns at once, for one person.
 * Source: developers.weixin.qq.com, code2Session and Wechat_webpage_authorization.
 */
export async function startWechatSimulator(
  apps: readonly [WechatApp, ...WechatApp[]],
  now = Date.now,
): Promise<WechatSimulator> {
  const codes = new LoginCodes(now)
  const server = createServer((request, response) => answer(request, response, { apps, codes }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    codes,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The parameter that holds the code of each API. */
const CODE_PARAMS: Record<string, string> = {
  '/sns/jscode2session': 'js_code',
  '/sns/oauth2/access_token': 'code',
}

function answer(request: IncomingMessage, response: ServerResponse, context: Context) {
  const url = new URL(request.url ?? '/', 'http://wechat')
  if (url.pathname === '/connect/oauth2/authorize') return signIn(url.searchParams, response, context)
  const codeParam = CODE_PARAMS[url.pathname]
  const reply = codeParam ? exchangeCode(url.searchParams, codeParam, context) : null
  response.writeHead(reply ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(reply ?? { errcode: 404, errmsg: 'not found' }))
}

const SIGN_IN_PARAMS = 'appid redirect_uri response_type scope'

function signIn(query: URLSearchParams, response: ServerResponse, { apps, codes }: Context) {
  const appid = query.get('appid') ?? ''
  const back = query.get('redirect_uri') ?? ''
  const isValid =
    [...query.keys()].join(' ') === SIGN_IN_PARAMS &&
    query.get('response_type') === 'code' &&
    query.get('scope') === 'snsapi_base' &&
    apps.some((app) => app.appid === appid) &&
    URL.canParse(back)
  if (!isValid) return void response.writeHead(400).end('请在微信客户端打开链接')
  const location = new URL(back)
  location.searchParams.set('code', codes.issue('reader', appid))
  location.searchParams.set('state', '')
  response.writeHead(302, { location: location.toString() }).end()
}

function exchangeCode(query: URLSearchParams, codeParam: string, { apps, codes }: Context) {
  if (query.get('grant_type') !== 'authorization_code')
    return { errcode: 40002, errmsg: 'invalid grant_type' }
  const app = apps.find(({ appid }) => appid === query.get('appid'))
  if (!app) return { errcode: 40013, errmsg: 'invalid appid' }
  if (query.get('secret') !== app.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
  const result = codes.redeem(query.get(codeParam) ?? '', { appid: app.appid, isFirst: app === apps[0] })
  return 'openid' in result ? { ...result, session_key: 'c2ltdWxhdGVkLXNlc3Npb24=' } : result
}
