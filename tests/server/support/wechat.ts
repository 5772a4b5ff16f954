import { ApiError } from '../../../server/api-error'
import type { MessageTemplate } from '../../../server/gateways/subscribe-messages'
import type { WechatGateway } from '../../../server/gateways/wechat'
import { type ApiClient, call, createApiClient } from './api-client'
import { newId, type TestEnvironment } from './test-environment'

/** The appid of the shared mini-program in tests. */
export const SHARED_APPID = 'wxplatform0001'

/** The appid of the service account in tests. */
export const SERVICE_APPID = 'wxservice0001'

/** The template of new orders in the shared mini-program. */
export const ORDER_TEMPLATE: MessageTemplate = {
  ...{ appid: SHARED_APPID, id: 'template-new-order', events: ['new-order'] },
  fields: { character_string1: 'number', thing2: 'goods', amount3: 'total', time4: 'time', thing5: 'tip' },
}

/** WeChat for tests: the code that a client sends is the openid, in any mini-program; messages always arrive. */
export const wechatByCode = (appid = SHARED_APPID): WechatGateway => ({
  appid,
  codeToOpenid: async (code) => code,
  messages: { templates: [ORDER_TEMPLATE], send: async () => 'sent' },
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

/** Signs in to the shared mini-program. */
export async function signInToMiniProgram({ app }: TestEnvironment, openid = newId()): Promise<ApiClient> {
  const answer = await call(app, 'POST /api/sessions', { provider: 'wechat', code: openid })
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return createApiClient(app, token, accountId)
}
