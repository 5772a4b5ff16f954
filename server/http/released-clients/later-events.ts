import type { RouteReply } from '@/contract/routes'
import { GATHER } from '@/domain/order/order'
import { CLAIM_REFUND_RESUMED, REFUND_RESUMED, RETURNED_TWICE } from '@/domain/payment/refund'

/** History actions that the apps of v0.1.0-1 and v0.1.0-2 would show as a decision by silence. */
const LATER_ACTIONS: readonly string[] = [REFUND_RESUMED, CLAIM_REFUND_RESUMED, RETURNED_TWICE, GATHER]

/** An order without the events that the last two releases do not know; orders of lists have no history. */
export function withoutLaterEvents<O extends object>(order: O): O {
  const history = Reflect.get(order, 'history') as readonly { action: string }[] | undefined
  if (!history?.some(({ action }) => LATER_ACTIONS.includes(action))) return order
  return { ...order, history: history.filter(({ action }) => !LATER_ACTIONS.includes(action)) }
}

/** What is sent to people since the last two releases, whose apps have no name for it. */
const LATER_MESSAGES: readonly string[] = ['content-hidden', 'group-buy-short', 'pay-now']

/** The channels of a person without templates of messages that the last two releases do not know. */
export const withoutLaterMessages = ({ templates, ...channels }: RouteReply<'GET /api/me/channels'>) => ({
  ...channels,
  templates: templates
    .map((template) => ({
      ...template,
      events: template.events.filter((event) => !LATER_MESSAGES.includes(event)),
    }))
    .filter(({ events }) => events.length > 0),
})
