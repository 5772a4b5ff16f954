import { newId } from '../support/test-environment'
import { sampleSubscription } from '../support/web-push'
import { ORDER_TEMPLATE, signInToMiniProgram } from '../support/wechat'
import type { RequestMakers } from './request-parts'

/** Request parts of channels that schemas do not determine. */
export const channelRequests: RequestMakers = {
  'PUT /api/me/browsers': [() => ({ body: sampleSubscription(`https://push.example.org/${newId()}`) })],
  'POST /api/me/permits': [
    async ({ env }) => ({
      sender: await signInToMiniProgram(env),
      body: { id: newId(), permits: [{ templateId: ORDER_TEMPLATE.id, count: 1 }] },
    }),
  ],
}
