import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MessageTemplate } from '../../server/gateways/subscribe-messages'
import type { WechatApp } from '../../server/gateways/wechat'
import { listenLocally } from '../http/listen-locally'
import { readBody } from '../http/read-body'
import { CodeSimulator } from './code-simulator'
import { ContentSimulator } from './content-simulator'
import { LoginCodes } from './login-codes'
import { MessageSimulator } from './message-simulator'
import { INVALID_TOKEN, type PaidTransaction, ShippingSimulator } from './shipping-simulator'
import { UpdatableMessageSimulator } from './updatable-message-simulator'

export interface WechatSimulator {
  /** Origin of the simulator: the value for `WECHAT_API` and `WECHAT_OPEN`. */
  origin: string
  codes: LoginCodes
  shipping: ShippingSimulator
  messages: MessageSimulator
  content: ContentSimulator
  sceneCodes: CodeSimulator
  updatableMessages: UpdatableMessageSimulator
  /** The `info` of filings by appid; that of a mini-program whose filing has not begun without. */
  filings: Map<string, object>
  /** Answers the sign-in page of a service account by where it returns to; `undefined` for a page that WeChat refuses. */
  authorize(query: URLSearchParams): string | undefined
  close(): Promise<void>
}

interface Context {
  /** Mini-programs and service accounts, the installation's own mini-program first. */
  apps: readonly [WechatApp, ...WechatApp[]]
  codes: LoginCodes
  shipping: ShippingSimulator
  messages: MessageSimulator
  content: ContentSimulator
  sceneCodes: CodeSimulator
  updatableMessages: UpdatableMessageSimulator
  filings: Map<string, object>
}

/**
 * Simulates WeChat's API on 127.0.0.1: HTTP 200 even for errors, `errcode` absent on success. The sign-in page of service accounts
 * returns at once, for one person.
 * Source: developers.weixin.qq.com, code2Session and Wechat_webpage_authorization.
 */
export async function startWechatSimulator(
  apps: readonly [WechatApp, ...WechatApp[]],
  now = Date.now,
  findPaid: (transactionId: string) => PaidTransaction | undefined = () => undefined,
  templates: readonly MessageTemplate[] = [],
): Promise<WechatSimulator> {
  const codes = new LoginCodes(now)
  const shipping = new ShippingSimulator(apps, now, findPaid)
  const messages = new MessageSimulator(templates)
  const content = new ContentSimulator(now, (openid) => codes.wasActive(openid))
  const sceneCodes = new CodeSimulator()
  const updatableMessages = new UpdatableMessageSimulator(now)
  const filings = new Map<string, object>()
  const parts = { codes, shipping, messages, content, sceneCodes, updatableMessages, filings }
  const context = { apps, ...parts }
  const server = await listenLocally((request, response) => void answer(request, response, context))
  return {
    ...{ ...server, ...parts },
    authorize: (query) => authorize(query, { apps, codes }),
  }
}

const FILING = '/wxa/icp/get_icp_entrance_info'
const MESSAGES = '/cgi-bin/message/subscribe/send'
const NEW_ACTIVITY = '/cgi-bin/message/wxopen/activityid/create'
const SCENE_CODES = '/wxa/getwxacodeunlimit'

const CODE_PARAMS: Record<string, string> = {
  '/sns/jscode2session': 'js_code',
  '/sns/oauth2/access_token': 'code',
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context) {
  const url = new URL(request.url ?? '/', 'http://wechat')
  if (url.pathname === '/connect/oauth2/authorize') {
    const location = authorize(url.searchParams, context)
    if (location === undefined) return void response.writeHead(400).end(REFUSED_PAGE)
    return void response.writeHead(302, { location }).end()
  }
  const codeParam = CODE_PARAMS[url.pathname]
  const reply = codeParam
    ? exchangeCode(url.searchParams, codeParam, context)
    : url.pathname === FILING
      ? readFiling(url.searchParams, context)
      : url.pathname === NEW_ACTIVITY
        ? createActivity(url.searchParams, context)
        : request.method === 'POST' && (await answerPost(url, await readBody(request), context))
  if (url.pathname === MESSAGES && context.messages.fault === 'lost') return void request.socket.destroy()
  if (Buffer.isBuffer(reply)) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(reply)
  response.writeHead(reply ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(reply ?? { errcode: 404, errmsg: 'not found' }))
}

/** Source: https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/getIcpEntranceInfo.html */
function readFiling(query: URLSearchParams, { shipping, filings }: Context): object {
  const appid = shipping.appidOf(query.get('access_token') ?? '')
  if (appid === undefined) return INVALID_TOKEN
  const info = filings.get(appid) ?? { status: 1024, is_canceling: false, available: 1 }
  return { errcode: 0, errmsg: 'ok', info }
}

function createActivity(query: URLSearchParams, { shipping, updatableMessages }: Context): object {
  const appid = shipping.appidOf(query.get('access_token') ?? '')
  return appid === undefined ? INVALID_TOKEN : updatableMessages.create(appid)
}

/** Answers an API that is posted to, with an object or a file; undefined for an unknown one. */
function answerPost(
  { pathname, searchParams }: URL,
  text: string,
  { shipping, messages, content, sceneCodes, updatableMessages }: Context,
): object | Promise<object> | undefined {
  const body = readJson(text)
  if (!body) return { errcode: 47001, errmsg: 'data format error' }
  if (pathname === '/cgi-bin/stable_token') return shipping.token(body)
  if (pathname === '/wxa/sec/order/upload_shipping_info')
    return shipping.upload(searchParams.get('access_token') ?? '', body)
  const withToken: Record<string, (appid: string) => object | Promise<object>> = {
    [MESSAGES]: (appid) => messages.send(appid, body),
    '/wxa/msg_sec_check': (appid) => content.checkText(appid, body),
    [SCENE_CODES]: (appid) => sceneCodes.make(appid, body),
    '/cgi-bin/message/wxopen/updatablemsg/send': (appid) => updatableMessages.update(appid, body),
    '/wxa/media_check_async': (appid) => content.checkFile(appid, body),
  }
  const answerApp = withToken[pathname]
  const appid = shipping.appidOf(searchParams.get('access_token') ?? '')
  return answerApp && (appid === undefined ? INVALID_TOKEN : answerApp(appid))
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? { ...value } : undefined
  } catch {
    return undefined
  }
}

const SIGN_IN_PARAMS = 'appid redirect_uri response_type scope'

/** The text that WeChat shows instead of a sign-in page that it refuses. */
export const REFUSED_PAGE = '请在微信客户端打开链接'

function authorize(query: URLSearchParams, { apps, codes }: Pick<Context, 'apps' | 'codes'>) {
  const appid = query.get('appid') ?? ''
  const back = query.get('redirect_uri') ?? ''
  const isValid =
    [...query.keys()].join(' ') === SIGN_IN_PARAMS &&
    query.get('response_type') === 'code' &&
    query.get('scope') === 'snsapi_base' &&
    apps.some((app) => app.appid === appid) &&
    URL.canParse(back)
  if (!isValid) return undefined
  const location = new URL(back)
  location.searchParams.set('code', codes.issue('reader', appid))
  location.searchParams.set('state', '')
  return location.toString()
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
