import type { Static } from '@sinclair/typebox'
import type { StepDetailsShape } from '@/contract/order/orders'
import { RETURN_BY_HAND } from '../payment/refund'
import type { OrderStepAction } from './allowed-actions'

export type StepDetails = Static<typeof StepDetailsShape>

type Rule = 'required' | 'optional'

const notes: Partial<Record<OrderStepAction, Rule>> = {
  decline: 'required',
  offer: 'optional',
  'send-back': 'required',
  resend: 'optional',
}

/** The detail that is missing or does not belong to the step, if any. */
export function findWrongDetail(
  action: OrderStepAction,
  { collected, amount, note, declines, declinesCancel, detailsVersion }: StepDetails,
): keyof StepDetails | undefined {
  if ((amount !== undefined) !== (action === 'offer' || action === RETURN_BY_HAND)) return 'amount'
  if (note === undefined ? notes[action] === 'required' : notes[action] === undefined) return 'note'
  if (declines !== undefined && action !== 'send') return 'declines'
  if (declinesCancel !== undefined && action !== 'send') return 'declinesCancel'
  if (detailsVersion !== undefined && action !== 'accept') return 'detailsVersion'
  return collected !== undefined && action !== 'finish' && action !== 'collect' ? 'collected' : undefined
}
