import type { PropsWithChildren } from 'react'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { useHasShortcuts } from '@/platform/device/typing/use-has-shortcuts'
import { ListDetail } from '@/ui/list-detail/list-detail'
import { Notice } from '@/ui/notice/notice'
import { SellerOrder } from '../seller/seller-order'

type OrdersListDetailProps = PropsWithChildren<{
  shopId: Id
  /** The order that is looked at. */
  openedId: Id | undefined
  /** Grows when orders were changed in the list. */
  version: number
  /** Receives an order that was changed beside the list. */
  onOrder(order: Order): void
}>

/** The list of orders; in a wide window with one of them beside it. */
export function OrdersListDetail({ shopId, openedId, version, onOrder, children }: OrdersListDetailProps) {
  const hasShortcuts = useHasShortcuts()
  const { label, none, noneText } = sellerOrdersWords.beside
  const detail =
    openedId === undefined ? (
      <Notice icon="order" title={none} {...(hasShortcuts ? { text: noneText } : {})} />
    ) : (
      <SellerOrder shopId={shopId} orderId={openedId} beside={{ version, onOrder }} />
    )
  return (
    <ListDetail label={label} opened={openedId} detail={detail}>
      {children}
    </ListDetail>
  )
}
