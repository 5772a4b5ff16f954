import { ApiError } from '../../../server/api-error'
import type { WechatGateway } from '../../../server/gateways/wechat'

/** The appid of the shared mini-program in tests. */
export const SHARED_APPID = 'wxplatform0001'

/** The appid of the service account in tests. */
export const SERVICE_APPID = 'wxservice0001'

/** WeChat for tests: the code that a client sends is the openid, in any mini-program. */
export const wechatByCode = (appid = SHARED_APPID): WechatGateway => ({
  appid,
  codeToOpenid: async (code) => code,
})

/** The same with a service account, whose code `used` does not work. */
export const wechatWithServiceAccount = (appid = SHARED_APPID): WechatGateway => ({
  ...wechatByCode(appid),
  serviceAccount: {
    appid: SERVICE_APPID,
    signInUrl: (returnUrl) => `https://open.example/?${new URLSearchParams({ returnUrl })}`,
    codeToOpenid: async (code) => {
      if (code === 'used') throw new ApiError('bad-input', { fields: [{ path: '/code', message: 'used' }] })
      return `of-${code}`
    },
  },
})
