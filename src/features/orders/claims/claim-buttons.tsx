import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type ClaimAction, isClaimAction } from '@/domain/after-sale'
import type { Claim } from '@/domain/claim'
import { allowedActions } from '@/domain/order-transitions'
import { isPaidInPerson } from '@/domain/payment'
import type { StepDetails } from '@/domain/step-details'
import { claimWords as words } from '@/locales/claims'
import { ordersWords } from '@/locales/orders'
import { aria } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import type { OrderView } from '../order-view'
import type { OrderSteps } from '../use-order-steps'
import { ClaimDetailsSheet, hasDetails } from './claim-details-sheet'
import '../confirm-sheet.scss'

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
  const isOnline = !isPaidInPerson(order.payment.method)
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
      <CallOther view={view} />
      {open && hasDetails(open) && (
        <ClaimDetailsSheet action={open} most={view.refundable ?? 0} onSend={perform} onClose={close} />
      )}
      {open && !hasDetails(open) && (
        <ConfirmSheet action={open} isOnline={isOnline} onYes={() => perform({})} onNo={close} />
      )}
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

interface ConfirmSheetProps {
  action: ClaimAction
  isOnline: boolean
  onYes(): void
  onNo(): void
}

function ConfirmSheet({ action, isOnline, onYes, onNo }: ConfirmSheetProps) {
  const question = words.question(action, isOnline)
  if (!question) return null
  return (
    <Sheet title={question.title} onClose={onNo}>
      <Text className="ask-step__text">{question.text}</Text>
      <SheetAnswers no={question.no} onNo={onNo}>
        <Button kind={action === 'withdraw' ? 'bad' : 'line'} onPress={onYes}>
          {question.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
