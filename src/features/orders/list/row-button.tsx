import { Text } from '@tarojs/components'
import { isClaimAction, isOpen } from '@/domain/order/after-sale'
import { allowedActions, isRequestOpen } from '@/domain/order/allowed-actions'
import type { OrderSummary } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { detailsOf, layoutSteps, needsConfirmation } from '../steps/step-layout'
import { useChangedRecently } from '../steps/use-changed-recently'
import type { OrderSteps } from '../steps/use-order-steps'

interface RowButtonProps {
  order: OrderSummary
  steps: OrderSteps
  onOpen(): void
}

/**
 * The button of an order's row: its next step, or an answer to its buyer, which is given on a page; without either the state in words. A step
 * that asks for a confirmation is taken on the page too: the sheet's button could lie where this one is.
 */
export function RowButton({ order, steps, onOpen }: RowButtonProps) {
  const { main } = layoutSteps(order, 'owner')
  const hasChanged = useChangedRecently(main)
  if (isOpen(order.afterSale) && allowedActions(order, 'owner').some(isClaimAction))
    return (
      <Button
        kind="line"
        size="small"
        onPress={() => go(urlOf('claim', { shop: order.shopId, order: order.id }))}
      >
        {sellerOrdersWords.row.answer}
      </Button>
    )
  if (isRequestOpen(order) || (main && needsConfirmation(main, order, 'owner')))
    return (
      <Button kind="line" size="small" onPress={onOpen}>
        {isRequestOpen(order) ? sellerOrdersWords.row.answer : ordersWords.toClaim}
      </Button>
    )
  if (!main) return <Text>{sellerOrdersWords.state(order)}</Text>
  return (
    <Button
      kind={isUndo(main) ? 'line' : 'soft'}
      size="small"
      busy={steps.busy === order.id && ordersWords.busy}
      disabled={steps.busy !== undefined || hasChanged}
      onPress={() => void steps.perform(order, main, detailsOf(main, order))}
    >
      {orderActionWords(main, order, 'owner')}
    </Button>
  )
}
