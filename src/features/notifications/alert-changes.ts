import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import type { QuietHours } from '@/domain/notification'
import type { ChannelActions } from './use-channels'

const setPhone = (body: RouteBody<'PUT /api/me/phone'>) => call('PUT /api/me/phone', { body })
const removePhone = () => call('DELETE /api/me/phone', {})
const setQuietHours = (body: QuietHours) => call('PUT /api/me/quiet-hours', { body })

const sendTest = (id: Id) => call('POST /api/me/test-messages', { body: { id } })

/** Changes that only sellers make: text messages, quiet hours and tests. */
export const alertChanges = ({ change, take }: Pick<ChannelActions, 'change' | 'take'>) => ({
  /** Sends a code to a phone. */
  sendCode: (phone: string, onSent: () => void) =>
    void change('sms', async () => {
      const reply = await call('POST /api/me/phone-codes', { body: { phone } })
      if (reply.ok) onSent()
      return reply
    }),
  /** Lets text messages reach the phone that got the code. */
  confirmPhone: (phone: string, code: string) => void change('sms', () => take(setPhone({ phone, code }))),
  removePhone: () => void change('sms', () => take(removePhone())),
  setQuietHours: (body: QuietHours) => void change('quiet', () => take(setQuietHours(body))),
  /** Sends a message to all channels that are on, and calls back with their number. */
  sendTest: (onSent: (messages: number) => void) =>
    void change('test', async () => {
      const reply = await sendOnce('test message', sendTest)
      if (reply.ok) onSent(reply.data.messages)
      return reply
    }),
})
