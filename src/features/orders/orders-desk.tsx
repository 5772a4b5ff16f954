import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import { sellerOrdersWords } from '@/locales/seller-orders'
import { aria } from '@/platform/a11y/aria'
import { useHasShortcuts } from '@/platform/device/use-has-shortcuts'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { Notice } from '@/ui/notice/notice'
import { SellerOrder } from './seller-order'
import './orders-desk.scss'

type OrdersDeskProps = PropsWithChildren<{
  shopId: Id
  /** The order that is looked at. */
  openedId: Id | undefined
  /** Grows when orders were changed in the list. */
  version: number
  /** Receives an order that was changed beside the list. */
  onOrder(order: Order): void
}>

/** The list of orders; in a wide window with one of them beside it. */
export function OrdersDesk({ shopId, openedId, version, onOrder, children }: OrdersDeskProps) {
  const isWide = useWideWindow()
  const hasShortcuts = useHasShortcuts()
  return (
    <View className={isWide ? 'orders-desk' : ''}>
      <View>{children}</View>
      {isWide && (
        // another order begins at its top
        <View
          key={openedId ?? 'none'}
          className="orders-desk__order"
          {...aria({ role: 'region', label: sellerOrdersWords.beside.label })}
        >
          {openedId === undefined ? (
            <Notice
              icon="order"
              title={sellerOrdersWords.beside.none}
              {...(hasShortcuts ? { text: sellerOrdersWords.beside.noneText } : {})}
            />
          ) : (
            <SellerOrder shopId={shopId} orderId={openedId} beside={{ version, onOrder }} />
          )}
        </View>
      )}
    </View>
  )
}
