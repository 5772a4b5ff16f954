import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type ClaimAction, isClaimAction } from '@/domain/order/after-sale'
import type { Claim } from '@/domain/order/claim'
import { allowedActions } from '@/domain/order/order-transitions'
import type { StepDetails } from '@/domain/order/step-details'
import { isPaidInPerson } from '@/domain/payment/payment'
import { claimWords as words } from '@/locales/order/claims'
import { ordersWords } from '@/locales/order/orders'
import { aria } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import type { OrderView } from '../page/order-view'
import type { OrderSteps } from '../steps/use-order-steps'
import { ClaimDetailsSheet, hasDetails } from './claim-details-sheet'
import '../steps/confirm-sheet.scss'

interface ClaimButtonsProps {
  view: OrderView
  claim: Claim
  steps: OrderSteps
}

/** Steps that end a claim against the other side; they are never the main button. */
const isApart = (action: ClaimAction): boolean =>
  action === 'decline' || action === 'withdraw' || action === 'pay-instead'

/** The steps that answer an open claim, and a call to the other side. Each step asks for confirmation or details first. */
export function ClaimButtons({ view, claim, steps }: ClaimButtonsProps) {
  const { order, role } = view
  const [open, setOpen] = useState<ClaimAction>()
  const close = () => setOpen(undefined)
  const actions = allowedActions(order, role)
    .filter(isClaimAction)
    .sort((a, b) => Number(isApart(a)) - Number(isApart(b)))
  const amount = Math.min(claim.granted ?? claim.amount, view.refundable ?? 0)
  const perform = (details: StepDetails) => {
    close()
    if (open) void steps.perform(order, open, details)
  }
  const error = steps.error?.orderId === order.id ? steps.error : undefined
  return (
    <View className="claim__buttons">
      {error && (
        <Text className="claim__trouble" {...aria({ role: 'alert' })}>
          {error.message}
        </Text>
      )}
      {actions.length > 0 && (
        <View className="claim__steps">
          {actions.map((action, i) => (
            <Button
              key={action}
              kind={i === 0 && !isApart(action) ? 'main' : 'line'}
              disabled={steps.busy !== undefined}
              busy={i === 0 && steps.busy === order.id && words.busy}
              onPress={() => setOpen(action)}
            >
              {words.action(action, amount > 0 ? amount : undefined)}
            </Button>
          ))}
        </View>
      )}
      <CallOther view={view} />
      {open && <StepSheet action={open} view={view} onSend={perform} onClose={close} />}
    </View>
  )
}

/** Most claims are settled by a call. */
function CallOther({ view: { order, role, shop } }: Pick<ClaimButtonsProps, 'view'>) {
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
  if (!question) return null
  return (
    <Sheet title={question.title} onClose={onClose}>
      <Text className="ask-step__text">{question.text}</Text>
      <SheetAnswers no={question.no} onNo={onClose}>
        <Button kind={action === 'withdraw' ? 'bad' : 'main'} onPress={() => onSend({})}>
          {question.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
