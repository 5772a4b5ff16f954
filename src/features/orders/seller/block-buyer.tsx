import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { orderLimitsWords } from '@/locales/order/order-limits'
import type { OfferedActions } from '../page/order-action'
import { ConfirmStepSheet } from '../steps/confirm-step-sheet'

type Blocked = RouteReply<'PUT /api/shops/:shopId/blocked-buyers/:orderId'>

const words = orderLimitsWords.block

const putBlock = (params: { shopId: Id; orderId: Id }, body: { id: Id }) =>
  call('PUT /api/shops/:shopId/blocked-buyers/:orderId', { params, body })

interface BlockBuyerOptions {
  shopId: Id
  orderId: Id
  blocked: boolean
  /** Called after blocking or unblocking, when the loaded order is out of date. */
  onChanged(): void
  /** Shows the result. */
  notify(message: string): void
}

/** Blocks the buyer of an order after a confirmation, or unblocks the buyer. */
export function useBlockBuyer(options: BlockBuyerOptions): OfferedActions {
  const { shopId, orderId, blocked, onChanged, notify } = options
  const [isConfirming, setIsConfirming] = useState(false)
  const params = { shopId, orderId }

  async function block() {
    setIsConfirming(false)
    const result = await sendOnce<Blocked>(`block ${orderId}`, (id) => putBlock(params, { id }))
    notify(result.ok ? words.done(result.data.cancelled) : describeFailure(result.failure))
    if (result.ok) onChanged()
  }

  async function unblock() {
    const result = await call('DELETE /api/shops/:shopId/blocked-buyers/:orderId', { params })
    notify(result.ok ? words.lifted : describeFailure(result.failure))
    if (result.ok) onChanged()
  }

  return {
    actions: [
      blocked
        ? { words: words.lift, note: words.blocked, icon: 'check', run: () => void unblock() }
        : { words: words.do, icon: 'hide', run: () => setIsConfirming(true) },
    ],
    sheet: isConfirming && (
      <ConfirmStepSheet words={words} isLoss onNo={() => setIsConfirming(false)} onYes={() => void block()} />
    ),
  }
}
