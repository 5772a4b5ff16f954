import type { OrderSummary } from '@/domain/order/order'
import { orderActionWords } from '@/locales/order/order'
import type { IconName } from '@/ui/icon/icon'
import type { OrderAction } from '../page/order-action'
import type { Side } from '../page/order-view'
import type { PageStep } from './step-layout'
import { useConfirmedStep } from './use-confirmed-step'
import type { OrderSteps } from './use-order-steps'

/** The icons of steps; those that undo one go back. */
const icons: Partial<Record<PageStep, IconName>> = {
  ...({ accept: 'check', send: 'truck', finish: 'check', collect: 'money', cancel: 'close' } as const),
  ...({ 'ask-cancel': 'close', 'agree-cancel': 'check', 'decline-cancel': 'close' } as const),
  'return-by-hand': 'money',
}

/** The steps of a side as actions of an order's page, and the sheet that confirms one. */
export function useStepActions(order: OrderSummary, side: Side, steps: OrderSteps) {
  const { take, sheet } = useConfirmedStep(steps, side)
  const toAction = (step: PageStep): OrderAction => ({
    words: orderActionWords(step, order, side),
    icon: icons[step] ?? 'back',
    run: () => take(order, step),
  })
  return { toAction, sheet }
}
