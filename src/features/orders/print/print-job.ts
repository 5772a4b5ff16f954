import { create } from 'zustand'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'

/** The orders that were chosen for printing, until others are chosen or the app is closed. */
export const usePrintJob = create<{ orders: readonly OrderSummary[] }>(() => ({ orders: [] }))

/** Opens the page that prints these orders of a shop. */
export function printOrders(shopId: Id, orders: readonly OrderSummary[]) {
  usePrintJob.setState({ orders })
  go(urlOf('printOrders', { shop: shopId }))
}
