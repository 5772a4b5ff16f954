import type { Sms, SmsPlan } from '../../../server/gateways/aliyun-sms'

export const SMS_PLAN: SmsPlan = {
  ...{ sign: '开张小店', codeTemplate: 'SMS_1001', price: 5, monthlyLimit: 10_000_000 },
  templates: [
    { id: 'SMS_1002', events: ['new-order', 'expiring'], params: { count: 'count', goods: 'goods' } },
  ],
}

/** The code that was sent last to each phone. */
export const sentCodes = new Map<string, string>()

/** Text messages that always arrive. */
export const testSms: Sms = {
  plan: SMS_PLAN,
  send: async ({ phone, params }) => {
    if (params.code) sentCodes.set(phone, params.code)
    return 'sent'
  },
}
