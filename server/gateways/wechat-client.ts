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
  /** Posts as `post` does to a path that answers with a file. An answer in its place is an error, also with status 200. */
  download(appid: string, path: string, body: object): Promise<Buffer | WechatAnswer>
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
    const request = { grant_type: 'client_credential', appid, secret: app.secret }
    const answer = parseAnswer(await send(baseUrl, '/cgi-bin/stable_token', request))
    if (typeof answer.access_token !== 'string') throw refusalOf(answer)
    const until = clock() + Number(answer.expires_in) * 1000 - TOKEN_MARGIN_MS
    tokens.set(appid, { value: answer.access_token, until })
    return answer.access_token
  }

  async function sendOnce<T>(read: Reader<T>, appid: string, path: string, body?: object): Promise<T> {
    const access_token = await tokenOf(appid)
    return read(await send(baseUrl, `${path}?${new URLSearchParams({ access_token })}`, body))
  }

  const sendWithToken =
    <T extends Buffer | WechatAnswer>(read: Reader<T>) =>
    async (appid: string, path: string, body?: object): Promise<T> => {
      const answer = await sendOnce(read, appid, path, body)
      if (Buffer.isBuffer(answer) || !TOKEN_ERRORS.includes(Number(answer.errcode))) return answer
      tokens.delete(appid)
      return sendOnce(read, appid, path, body)
    }

  const request = sendWithToken(parseAnswer)
  return { post: request, get: request, download: sendWithToken(readFile) }
}

type Reader<T> = (bytes: Buffer) => T

export const refusalOf = ({ errcode, errmsg }: WechatAnswer): GatewayError =>
  new GatewayError('rejected', String(errcode), String(errmsg))

/** Posts a body, or reads without one. */
async function send(baseUrl: string, path: string, body?: object): Promise<Buffer> {
  const post = body && {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  }
  try {
    const response = await fetch(new URL(path, baseUrl), {
      ...post,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    throw noAnswer(error)
  }
}

function parseAnswer(bytes: Buffer): WechatAnswer {
  try {
    const answer: unknown = JSON.parse(bytes.toString('utf8'))
    return answer !== null && typeof answer === 'object' ? answer : {}
  } catch (error) {
    throw noAnswer(error)
  }
}

/** Returns an answer for an object in JSON, which no format of pictures begins like; else the file itself. */
const readFile = (bytes: Buffer): Buffer | WechatAnswer =>
  bytes.toString('latin1', 0, 1) === '{' ? parseAnswer(bytes) : bytes

function noAnswer(cause: unknown): GatewayError {
  const failure = new GatewayError('unavailable', 'NO_ANSWER', 'WeChat did not answer')
  failure.cause = cause
  return failure
}
