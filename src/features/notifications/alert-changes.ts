import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { QuietHours } from '@/domain/notification'
import type { ChannelActions } from './use-channels'

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
  confirmPhone: (phone: string, code: string) =>
    void change('sms', () => take(call('PUT /api/me/phone', { body: { phone, code } }))),
  removePhone: () => void change('sms', () => take(call('DELETE /api/me/phone', {}))),
  setQuietHours: (body: QuietHours) =>
    void change('quiet', () => take(call('PUT /api/me/quiet-hours', { body }))),
  /** Sends a message to all channels that are on, and calls back with their number. */
  sendTest: (onSent: (messages: number) => void) =>
    void change('test', async () => {
      const reply = await sendOnce('test message', (id) =>
        call('POST /api/me/test-messages', { body: { id } }),
      )
      if (reply.ok) onSent(reply.data.messages)
      return reply
    }),
})
