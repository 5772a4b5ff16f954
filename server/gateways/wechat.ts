import { ApiError } from '../api-error'

/** What WeChat does for us. */
export interface WechatGateway {
  /**
   * Trades the code of `wx.login` for the person's openid; a code that is wrong or old is `bad-input`,
   * a service that does not answer is `unavailable`.
   */
  codeToOpenid(code: string): Promise<string>
}

export interface WechatSettings {
  appId: string
  appSecret: string
  /** `https://api.weixin.qq.com`, or a simulator of it. */
  baseUrl: string
}

const WAIT_MS = 8000

/** Codes that mean the login code itself: invalid, used or expired. */
const CODE_FAULTS = [40029, 40163, 41008]

/** The live service. Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html */
export function wechatGateway(settings: WechatSettings): WechatGateway {
  return {
    async codeToOpenid(code) {
      const answer = await ask(settings, code)
      if (typeof answer.openid === 'string' && answer.openid) return answer.openid
      if (CODE_FAULTS.includes(Number(answer.errcode)))
        throw new ApiError('bad-input', { fields: [{ path: '/code', message: 'not a fresh login code' }] })
      throw new ApiError('unavailable', { retryAfter: 5 })
    },
  }
}

async function ask(settings: WechatSettings, code: string): Promise<{ openid?: unknown; errcode?: unknown }> {
  const url = new URL('/sns/jscode2session', settings.baseUrl)
  url.search = new URLSearchParams({
    appid: settings.appId,
    secret: settings.appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  }).toString()
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) })
    const answer: unknown = await response.json()
    return answer !== null && typeof answer === 'object' ? answer : {}
  } catch {
    throw new ApiError('unavailable', { retryAfter: 5 })
  }
}
