import { useState } from 'react'
import type { OrderSummary } from '@/domain/order/order'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { changedRows } from '../changes/changed-rows'
import type { Side } from '../page/order-view'
import { ConfirmStepSheet } from './confirm-step-sheet'
import { declinedRequest, detailsOf, isLoss, needsConfirmation, type PageStep } from './step-layout'
import type { OrderSteps } from './use-order-steps'

/** Takes a side's steps of orders, those that need it after a confirmation, for which `sheet` is rendered. */
export function useConfirmedStep(steps: OrderSteps, side: Side) {
  const [asked, setAsked] = useState<{ order: OrderSummary; action: PageStep }>()
  const perform = (order: OrderSummary, action: PageStep) =>
    void steps.perform(order, action, detailsOf(action, order))
  const take = (order: OrderSummary, action: PageStep) =>
    needsConfirmation(action, order, side) ? setAsked({ order, action }) : perform(order, action)
  const declined = asked && declinedRequest(asked.action, asked.order)
  const sheet = asked && (
    <ConfirmStepSheet
      words={steps.question(asked.action, asked.order)}
      isLoss={isLoss(asked.action)}
      rows={declined ? changedRows(asked.order, declined, serverNow()) : []}
      onNo={() => setAsked(undefined)}
      onYes={() => {
        setAsked(undefined)
        perform(asked.order, asked.action)
      }}
    />
  )
  return { take, sheet }
}
