import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ClaimAction, isClaimAction } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/allowed-actions'
import type { StepDetails } from '@/domain/order/step-details'
import { isPaidInPerson } from '@/domain/payment/payment'
import { claimWords as words } from '@/locales/order/claims'
import { ordersWords } from '@/locales/order/orders'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import type { IconName } from '@/ui/icon/icon'
import { Alert } from '@/ui/text/alert'
import type { OrderView } from '../page/order-view'
import { ConfirmStepSheet } from '../steps/confirm-step-sheet'
import type { OrderSteps } from '../steps/use-order-steps'
import { ClaimDetailsSheet, hasDetails } from './claim-details-sheet'

interface ClaimStepsOptions {
  view: OrderView
  steps: OrderSteps
}

/** Steps that end a claim against the other side; they are never the main button. */
const isApart = (action: ClaimAction): boolean =>
  action === 'decline' || action === 'withdraw' || action === 'pay-instead'

const icons: Partial<Record<ClaimAction, IconName>> = {
  ...({ decline: 'close', offer: 'edit', settle: 'money', resend: 'truck', withdraw: 'back' } as const),
  ...({ 'pay-instead': 'refund', 'send-back': 'truck' } as const),
}

/** The steps that answer the open claim of an order, the main one first. Each of them asks for confirmation or details first. */
export function useClaimSteps({ view, steps }: ClaimStepsOptions) {
  const { order, role, claims = [] } = view
  const [open, setOpen] = useState<ClaimAction>()
  const close = () => setOpen(undefined)
  const allowed = allowedActions(order, role)
    .filter(isClaimAction)
    .filter((action) => !action.startsWith('ask-'))
    .sort((a, b) => Number(isApart(a)) - Number(isApart(b)))
  const claim = claims.at(-1)
  const amount = Math.min(claim?.granted ?? claim?.amount ?? 0, view.refundable ?? 0)
  const perform = (details: StepDetails) => {
    close()
    if (open) void steps.perform(order, open, details)
  }
  return {
    actions: allowed.map((action) => ({
      words: words.action(action, amount > 0 ? amount : undefined),
      icon: icons[action] ?? 'check',
      isApart: isApart(action),
      run: () => setOpen(action),
    })),
    /** True while the owner has to say something about the claim. */
    isAnswerable: allowed.includes('decline'),
    sheet: open && <StepSheet action={open} view={view} onSend={perform} onClose={close} />,
  }
}

/** The steps that answer an open claim, and a call to the other side. */
export function ClaimButtons({ view, steps }: ClaimStepsOptions) {
  const { actions, sheet } = useClaimSteps({ view, steps })
  return (
    <View className="claim__buttons">
      <Alert className="claim__trouble">{steps.error?.message}</Alert>
      {actions.length > 0 && (
        <View className="claim__steps">
          {actions.map((action, i) => (
            <Button
              key={action.words}
              kind={i === 0 && !action.isApart ? 'main' : 'line'}
              disabled={steps.busy !== undefined}
              busy={i === 0 && steps.busy !== undefined && words.busy}
              onPress={action.run}
            >
              {action.words}
            </Button>
          ))}
        </View>
      )}
      <CallOther view={view} />
      {sheet}
    </View>
  )
}

/** Most claims are settled by a call. */
function CallOther({ view: { order, role, shop } }: Pick<ClaimStepsOptions, 'view'>) {
  const phone = role === 'owner' ? order.receiver.phone : shop.phone
  if (phone === undefined) return null
  return (
    <Button kind="soft" icon="phone" onPress={() => dial(phone)}>
      {role === 'owner' ? ordersWords.call(phone) : ordersWords.callShop}
    </Button>
  )
}

interface StepSheetProps {
  action: ClaimAction
  view: OrderView
  onSend(details: StepDetails): void
  onClose(): void
}

/** Asks for the details of a step, or for confirmation. */
function StepSheet({ action, view, onSend, onClose }: StepSheetProps) {
  if (hasDetails(action))
    return <ClaimDetailsSheet action={action} most={view.refundable ?? 0} onSend={onSend} onClose={onClose} />
  const question = words.question(action, !isPaidInPerson(view.order.payment.method))
  return (
    question && (
      <ConfirmStepSheet
        words={question}
        isLoss={action === 'withdraw'}
        onNo={onClose}
        onYes={() => onSend({})}
      />
    )
  )
}
