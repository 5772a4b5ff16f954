import { isOpen } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/allowed-actions'
import { ordersWords } from '@/locales/order/orders'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import type { OrderAction } from './order-action'
import type { OrderView } from './order-view'

/** Leads to the page of an order's claims: to an open one, to make one, or to those that are over. The seller answers an open one at once. */
export function claimAction({ order, role, claims = [] }: OrderView): OrderAction | undefined {
  const action = {
    icon: 'warn',
    run: () => go(urlOf('claim', { shop: order.shopId, order: order.id })),
  } as const
  const open = isOpen(order.afterSale)
  if (open && role === 'buyer') return { ...action, words: ordersWords.toClaim }
  if (allowedActions(order, role).includes('ask-refund')) {
    const { claimUntil: at } = order
    return {
      ...action,
      words: ordersWords.claim,
      note: at === undefined ? undefined : ordersWords.claimUntil(momentWords(at, serverNow())),
    }
  }
  return claims.length > Number(open) ? { ...action, words: ordersWords.claimsBefore } : undefined
}
