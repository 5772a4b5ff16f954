import { ApiError } from '../api-error'

/** The WeChat services that the server uses. */
export interface WechatGateway {
  /**
   * Exchanges the code of `wx.login` for the user's openid.
   * @throws ApiError `bad-input` for a wrong or expired code, `unavailable` when the service does not answer.
   */
  codeToOpenid(code: string): Promise<string>
}

export interface WechatSettings {
  appId: string
  appSecret: string
  /** `https://api.weixin.qq.com`, or a simulator of it. */
  baseUrl: string
}

const TIMEOUT_MS = 8000

/** WeChat's error codes for an invalid, used or expired login code. */
const LOGIN_CODE_ERRORS = [40029, 40163, 41008]

/**
 * Creates a gateway to WeChat's login service. Source:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 */
export function createWechatGateway(settings: WechatSettings): WechatGateway {
  return {
    async codeToOpenid(code) {
      const answer = await requestSession(settings, code)
      if (typeof answer.openid === 'string' && answer.openid) return answer.openid
      if (LOGIN_CODE_ERRORS.includes(Number(answer.errcode)))
        throw new ApiError('bad-input', { fields: [{ path: '/code', message: 'not a fresh login code' }] })
      throw new ApiError('unavailable', { retryAfter: 5 })
    },
  }
}

async function requestSession(
  settings: WechatSettings,
  code: string,
): Promise<{ openid?: unknown; errcode?: unknown }> {
  const url = new URL('/sns/jscode2session', settings.baseUrl)
  url.search = new URLSearchParams({
    appid: settings.appId,
    secret: settings.appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  }).toString()
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const answer: unknown = await response.json()
    return answer !== null && typeof answer === 'object' ? answer : {}
  } catch {
    throw new ApiError('unavailable', { retryAfter: 5 })
  }
}
