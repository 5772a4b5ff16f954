import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LoginCodes } from './login-codes'

export interface WechatSimulator {
  /** Origin of the simulator: the value for `WECHAT_API`. */
  origin: string
  codes: LoginCodes
  close(): Promise<void>
}

export interface WechatAccount {
  appid: string
  secret: string
}

/**
 * Simulates WeChat's API on 127.0.0.1: HTTP 200 even for errors, `errcode` absent on success.
 * Source: developers.weixin.qq.com, code2Session.
 */
export async function startWechatSimulator(account: WechatAccount, now = Date.now): Promise<WechatSimulator> {
  const codes = new LoginCodes(now)
  const server = createServer((request, response) => answer(request, response, account, codes))
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

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  account: WechatAccount,
  codes: LoginCodes,
) {
  const url = new URL(request.url ?? '/', 'http://wechat')
  const reply =
    url.pathname === '/sns/jscode2session' ? codeToSession(url.searchParams, account, codes) : null
  response.writeHead(reply ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(reply ?? { errcode: 404, errmsg: 'not found' }))
}

function codeToSession(query: URLSearchParams, account: WechatAccount, codes: LoginCodes) {
  if (query.get('grant_type') !== 'authorization_code')
    return { errcode: 40002, errmsg: 'invalid grant_type' }
  if (query.get('appid') !== account.appid) return { errcode: 40013, errmsg: 'invalid appid' }
  if (query.get('secret') !== account.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
  const result = codes.redeem(query.get('js_code') ?? '')
  return 'openid' in result ? { ...result, session_key: 'c2ltdWxhdGVkLXNlc3Npb24=' } : result
}
