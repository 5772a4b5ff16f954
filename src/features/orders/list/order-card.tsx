import { Text, View } from '@tarojs/components'
import { isOpen } from '@/domain/order/after-sale'
import type { OrderSummary } from '@/domain/order/order'
import { expiresSoon } from '@/domain/order/order-expiry'
import { changeOrderWords } from '@/locales/order/change-order'
import { fulfilmentWords, paymentWords } from '@/locales/order/fulfilment'
import { orderExpiryWords } from '@/locales/order/order-expiry'
import { ordersWords } from '@/locales/order/orders'
import { parcelFormWords } from '@/locales/order/parcel-form'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { agoWords, momentWords } from '@/locales/time'
import { aria, pressable } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Price } from '@/ui/price/price'
import { OrderStepFooter } from '../steps/order-step-footer'
import type { OrderSteps } from '../steps/use-order-steps'
import { OrderState } from './order-state'
import './order-card.scss'

interface OrderCardProps {
  order: OrderSummary
  steps: OrderSteps
  now: number
  /** The order is the one beside the list. */
  isOpened: boolean
  onOpen(): void
}

/** An order in the seller's list: buyer, goods, total, note, and a button for the next step. */
export function OrderCard({ order, steps, now, isOpened, onOpen }: OrderCardProps) {
  const { receiver, fulfilment, payment, note, slot } = order
  return (
    <Card>
      <View className={isOpened ? 'order-card order-card--opened' : 'order-card'}>
        <View
          className="order-card__open"
          {...pressable(null, onOpen, { role: 'link' })}
          {...aria({ current: isOpened || undefined })}
        >
          <View className="order-card__head">
            <Text className="order-card__number">{ordersWords.number(order.number)}</Text>
            <OrderState order={order} />
            <Text className="order-card__when">{agoWords(order.createdAt, now)}</Text>
          </View>
          <Text className="order-card__what">{sellerOrdersWords.what(order.lines)}</Text>
          <View className="order-card__sum">
            <Price fen={order.total} />
            <Text className="order-card__how">
              {`${fulfilmentWords[fulfilment]} · ${paymentWords(payment.method, fulfilment)}`}
            </Text>
          </View>
          {slot && <Text className="order-card__slot">{ordersWords.slot(fulfilment, slot, now)}</Text>}
          {order.fulfilment === 'courier' && order.state === 'underway' && !order.parcel && (
            <Text className="order-card__expiry">{parcelFormWords.missing}</Text>
          )}
          {expiresSoon(order, now) && (
            <Text className="order-card__expiry">{orderExpiryWords.owner(order.expiresAt, now)}</Text>
          )}
          {isOpen(order.afterSale) && (
            <Text className="order-card__expiry">{sellerOrdersWords.next(order)}</Text>
          )}
          <Text className="order-card__who">{receiver.name || sellerOrdersWords.someone}</Text>
          {receiver.address && <Text className="order-card__where">{receiver.address}</Text>}
          {order.changedAt !== undefined && (
            <Text className="order-card__expiry">
              {changeOrderWords.changed(momentWords(order.changedAt, now))}
            </Text>
          )}
          {note && <Text className="order-card__note">{sellerOrdersWords.noteLine(note)}</Text>}
        </View>
        <Button
          kind="soft"
          size="small"
          icon="phone"
          label={ordersWords.callLabel(receiver.name || ordersWords.buyer, receiver.phone)}
          onPress={() => dial(receiver.phone)}
        >
          {ordersWords.call(receiver.phone)}
        </Button>
        <OrderStepFooter order={order} side="owner" steps={steps} hint={sellerOrdersWords.next(order)} />
      </View>
    </Card>
  )
}
