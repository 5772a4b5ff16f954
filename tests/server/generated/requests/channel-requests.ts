import { newId } from '../../support/test-environment'
import { sentCodes } from '../../support/test-sms'
import { sampleSubscription } from '../../support/web-push'
import { ORDER_TEMPLATE, signInToMiniProgram } from '../../support/wechat'
import type { RequestMakers } from '../request-parts'

let phones = 0

/** A phone that no other request uses. */
const newPhone = (): string => `139${String(++phones).padStart(8, '0')}`

/** Request parts of channels that schemas do not determine. */
export const channelRequests: RequestMakers = {
  'PUT /api/me/browsers': () => ({ body: sampleSubscription(`https://push.example.org/${newId()}`) }),
  'POST /api/me/phone-codes': () => ({ body: { phone: newPhone() } }),
  'PUT /api/me/phone': async ({ a: { owner } }) => {
    const phone = newPhone()
    await owner.call('POST /api/me/phone-codes', { phone })
    return { sender: owner, body: { phone, code: sentCodes.get(phone) } }
  },
  'POST /api/me/permits': async ({ env }) => ({
    sender: await signInToMiniProgram(env),
    body: { id: newId(), permits: [{ templateId: ORDER_TEMPLATE.id, count: 1 }] },
  }),
}
