import { GatewayError } from './payment-gateway'
import type { WechatApp } from './wechat'

export interface WechatAnswer {
  errcode?: unknown
  errmsg?: unknown
  access_token?: unknown
  expires_in?: unknown
}

export interface WechatClient {
  /**
   * Posts to a path that needs an access token, and once more when the token has ended.
   * @throws GatewayError when WeChat gives no token or does not answer; `cause` is the error of the connection.
   */
  post(appid: string, path: string, body: object): Promise<WechatAnswer>
  /** Reads a path as `post` does. */
  get(appid: string, path: string): Promise<WechatAnswer>
}

interface ClientSettings {
  apps: readonly WechatApp[]
  /** `https://api.weixin.qq.com`, or a simulator of it. */
  baseUrl: string
  clock(): number
}

interface Token {
  value: string
  until: number
}

const TIMEOUT_MS = 8000

/** A token is renewed this long before it expires, in ms. */
const TOKEN_MARGIN_MS = 5 * 60_000

/** The token is invalid or has expired. */
const TOKEN_ERRORS = [40001, 40014, 42001]

/** Creates the client, which keeps one token for each mini-program. */
export function createWechatClient({ apps, baseUrl, clock }: ClientSettings): WechatClient {
  const tokens = new Map<string, Token>()

  async function tokenOf(appid: string): Promise<string> {
    const known = tokens.get(appid)
    if (known && known.until > clock()) return known.value
    const app = apps.find((one) => one.appid === appid)
    if (!app) throw new GatewayError('rejected', 'UNKNOWN_APPID', 'not a mini-program of this server')
    // all servers get the same stable token; requesting it does not invalidate another server's
    const answer = await send(baseUrl, '/cgi-bin/stable_token', {
      ...{ grant_type: 'client_credential', appid, secret: app.secret },
    })
    if (typeof answer.access_token !== 'string') throw refusalOf(answer)
    const until = clock() + Number(answer.expires_in) * 1000 - TOKEN_MARGIN_MS
    tokens.set(appid, { value: answer.access_token, until })
    return answer.access_token
  }

  async function sendOnce(appid: string, path: string, body?: object): Promise<WechatAnswer> {
    const access_token = await tokenOf(appid)
    return send(baseUrl, `${path}?${new URLSearchParams({ access_token })}`, body)
  }

  async function sendWithToken(appid: string, path: string, body?: object): Promise<WechatAnswer> {
    const answer = await sendOnce(appid, path, body)
    if (!TOKEN_ERRORS.includes(Number(answer.errcode))) return answer
    tokens.delete(appid)
    return sendOnce(appid, path, body)
  }

  return { post: sendWithToken, get: (appid, path) => sendWithToken(appid, path) }
}

export const refusalOf = ({ errcode, errmsg }: WechatAnswer): GatewayError =>
  new GatewayError('rejected', String(errcode), String(errmsg))

/** Posts a body, or reads without one. */
async function send(baseUrl: string, path: string, body?: object): Promise<WechatAnswer> {
  const post = body && {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  }
  try {
    const response = await fetch(new URL(path, baseUrl), {
      ...post,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer: unknown = await response.json()
    return answer !== null && typeof answer === 'object' ? answer : {}
  } catch (error) {
    const failure = new GatewayError('unavailable', 'NO_ANSWER', 'WeChat did not answer')
    failure.cause = error
    throw failure
  }
}
