import { useState } from 'react'
import { ordersWords } from '@/locales/order/orders'
import { dial } from '@/platform/device/dial'
import { useClaimSteps } from '../claims/claim-buttons'
import type { OfferedActions, OrderAction } from '../page/order-action'
import { ActionSheet } from '../page/order-foot'
import type { OrderView } from '../page/order-view'
import { layoutSteps, type PageStep } from '../steps/step-layout'
import type { OrderSteps } from '../steps/use-order-steps'

/** True for the seller's answers to a request to cancel. */
export const isCancelAnswer = (step: PageStep): boolean =>
  step === 'agree-cancel' || step === 'decline-cancel'

/**
 * What the seller owes the buyer of an order: 答复, which opens the answers to a claim or to a request to cancel, or the steps that
 * follow from an answer.
 */
export function useAnswers(
  view: OrderView,
  steps: OrderSteps,
  toAction: (step: PageStep) => OrderAction,
): OfferedActions {
  const [isOpen, setIsOpen] = useState(false)
  const claim = useClaimSteps({ view, steps })
  const cancel = layoutSteps(view.order, 'owner').apart.filter(isCancelAnswer).map(toAction)
  const answers = [...claim.actions, ...cancel]
  const { phone } = view.order.receiver
  return {
    actions:
      claim.isAnswerable || cancel.length > 0
        ? [{ words: ordersWords.answer, icon: 'edit', run: () => setIsOpen(true) }]
        : answers,
    sheet: (
      <>
        {isOpen && (
          <ActionSheet
            title={ordersWords.answerTitle}
            actions={[
              ...answers,
              { words: ordersWords.ring, note: phone, icon: 'phone', run: () => dial(phone) },
              { words: ordersWords.answerLater, icon: 'clock', run: () => undefined },
            ]}
            onClose={() => setIsOpen(false)}
          />
        )}
        {claim.sheet}
      </>
    ),
  }
}
