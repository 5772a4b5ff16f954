import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { ApiError, badInput } from '../api-error'
import { checkShape } from './operator-values'
import { GatewayError } from './payment-gateway'
import { createSubscribeMessages, type MessageTemplate, type SubscribeMessages } from './subscribe-messages'
import { createWechatClient } from './wechat-client'
import { createWechatCodes, type WechatCodes } from './wechat-code'
import { createWechatContentCheck, type WechatContentCheck } from './wechat-content-check'
import { createWechatFiling, type WechatFiling } from './wechat-filing'
import {
  answerPushVerification,
  type FileVerdict,
  fileVerdictOf,
  type PushKeys,
  PushKeysShape,
  type PushQuery,
  readPush,
} from './wechat-push'
import { createWechatShipping, type WechatShipping } from './wechat-shipping'
import { createUpdatableMessages, type UpdatableMessages } from './wechat-updatable-messages'

/** A mini-program or service account, with the secret of its appid and, for a mini-program, the keys of its message push. */
const WechatAppShape = Exact({
  appid: Type.String({ pattern: '^wx[0-9A-Za-z]{8,30}$' }),
  secret: Type.String({ minLength: 8, maxLength: 200 }),
  push: Type.Optional(PushKeysShape),
})
export type WechatApp = Static<typeof WechatAppShape>

/** Checks a mini-program as it is described in a file. @throws Error that names the wrong field and never quotes it. */
export function checkWechatApp(value: unknown): WechatApp {
  return checkShape(WechatAppShape, value)
}

/** The verified service account (服务号) by which buyers in WeChat's browser sign in. */
export interface ServiceAccount {
  appid: string
  /** The page of WeChat that returns to `returnUrl` with a `code`, without asking the buyer. */
  signInUrl(returnUrl: string): string
  /** Exchanges the code of that page for the buyer's openid; throws as `WechatGateway.codeToOpenid`. */
  codeToOpenid(code: string): Promise<string>
}

export interface WechatGateway {
  /** The installation's own mini-program, in which sign-ins are that name no appid. */
  appid: string
  /**
   * Exchanges the code of `wx.login` in a mini-program for the user's openid, which is unique within its appid.
   * @throws ApiError `bad-input` for a wrong or expired code or an unknown appid, `unavailable` when the service does not answer.
   */
  codeToOpenid(code: string, appid: string): Promise<string>
  serviceAccount?: ServiceAccount
  /** Absent where no order is reported. */
  shipping?: WechatShipping
  /** Absent where no message is sent. */
  messages?: SubscribeMessages
  /** Absent where WeChat checks no content. */
  contentCheck?: WechatContentCheck
  /** Absent where no codes of the installation's own mini-program are made. */
  codes?: WechatCodes
  /** Absent where cards in chats stay as they were sent. */
  updatableMessages?: UpdatableMessages
  /** Absent where no filing is read. */
  filing?: WechatFiling
  /** Absent where WeChat pushes no messages, and with them no verdicts of files. */
  push?: WechatPush
}

/** What WeChat pushes to this server. Every call throws a GatewayError `forged` for what WeChat has not sent. */
export interface WechatPush {
  /** True if messages of a mini-program are pushed to this server. */
  reaches(appid: string): boolean
  /** Answers the verification of a mini-program's address. */
  verify(appid: string, query: PushQuery): string
  /** Reads a message; `undefined` when it is not about the verdict of a file. */
  readFileVerdict(appid: string, query: PushQuery, body: string): FileVerdict | undefined
}

export interface WechatSettings {
  /** The installation's own mini-program, then those of shops. */
  miniPrograms: readonly [WechatApp, ...WechatApp[]]
  serviceAccount?: WechatApp | undefined
  /** The templates of messages that readers can permit. */
  templates?: readonly MessageTemplate[] | undefined
  /** `https://api.weixin.qq.com`, or a simulator of it. */
  baseUrl: string
  /** `https://open.weixin.qq.com`, or a simulator of it. */
  openUrl: string
}

const TIMEOUT_MS = 8000

/** WeChat's error codes for an invalid, used or expired login code. */
const LOGIN_CODE_ERRORS = [40029, 40163, 41008]

/**
 * Creates a gateway to WeChat's login services, shipping reports, messages, content checks and codes. Sources:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html and
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
 */
export function createWechatGateway(settings: WechatSettings, clock: () => number): WechatGateway {
  const { miniPrograms, serviceAccount, templates = [], baseUrl, openUrl } = settings
  const client = createWechatClient({ apps: miniPrograms, baseUrl, clock })
  return {
    appid: miniPrograms[0].appid,
    async codeToOpenid(code, appid) {
      const app = miniPrograms.find((one) => one.appid === appid)
      if (!app) throw badInput('/appid', 'not a mini-program of this server')
      const { secret } = app
      const answer = await ask(baseUrl, '/sns/jscode2session', { appid, secret, js_code: code })
      return readOpenid(answer)
    },
    ...(serviceAccount ? { serviceAccount: createServiceAccount(serviceAccount, { baseUrl, openUrl }) } : {}),
    shipping: createWechatShipping(client),
    contentCheck: createWechatContentCheck(client),
    codes: createWechatCodes(client, miniPrograms[0].appid),
    updatableMessages: createUpdatableMessages(client, miniPrograms[0].appid),
    filing: createWechatFiling(client),
    ...(miniPrograms.some(({ push }) => push) ? { push: createPush(miniPrograms) } : {}),
    ...(templates.length > 0 ? { messages: createSubscribeMessages(client, templates) } : {}),
  }
}

function createPush(apps: readonly WechatApp[]): WechatPush {
  const keysOf = (appid: string): PushKeys => {
    const keys = apps.find((app) => app.appid === appid)?.push
    if (!keys) throw new GatewayError('forged', 'UNKNOWN_APPID', 'no message push for this appid')
    return keys
  }
  return {
    reaches: (appid) => apps.some((app) => app.appid === appid && app.push !== undefined),
    verify: (appid, query) => answerPushVerification(keysOf(appid), query),
    readFileVerdict: (appid, query, body) => fileVerdictOf(readPush(keysOf(appid), appid, query, body)),
  }
}

function createServiceAccount(
  account: WechatApp,
  { baseUrl, openUrl }: Pick<WechatSettings, 'baseUrl' | 'openUrl'>,
): ServiceAccount {
  const { appid, secret } = account
  return {
    appid,
    signInUrl(returnUrl) {
      const url = new URL('/connect/oauth2/authorize', openUrl)
      // WeChat refuses the page when its parameters are in another order
      url.search = new URLSearchParams({
        ...{ appid, redirect_uri: returnUrl, response_type: 'code', scope: 'snsapi_base' },
      }).toString()
      url.hash = 'wechat_redirect'
      return url.toString()
    },
    async codeToOpenid(code) {
      const answer = await ask(baseUrl, '/sns/oauth2/access_token', { appid, secret, code })
      // a page that WeChat shows as a snapshot has a virtual openid, which cannot pay
      if (Number(answer.is_snapshotuser) === 1) throw badInput('/code', 'of a snapshot page')
      return readOpenid(answer)
    },
  }
}

/** Returns the openid of an answer. @throws ApiError */
function readOpenid(answer: Answer): string {
  if (typeof answer.openid === 'string' && answer.openid) return answer.openid
  if (LOGIN_CODE_ERRORS.includes(Number(answer.errcode))) throw badInput('/code', 'not a fresh login code')
  throw new ApiError('unavailable', { retryAfter: 5 })
}

interface Answer {
  openid?: unknown
  errcode?: unknown
  is_snapshotuser?: unknown
}

async function ask(baseUrl: string, path: string, query: Record<string, string>): Promise<Answer> {
  const url = new URL(path, baseUrl)
  url.search = new URLSearchParams({ ...query, grant_type: 'authorization_code' }).toString()
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const answer: unknown = await response.json()
    return answer !== null && typeof answer === 'object' ? answer : {}
  } catch {
    throw new ApiError('unavailable', { retryAfter: 5 })
  }
}
