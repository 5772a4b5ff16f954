import { Text, View } from '@tarojs/components'
import { dayOf } from '@/domain/day'
import { isOpen } from '@/domain/order/after-sale'
import { isRequestOpen } from '@/domain/order/allowed-actions'
import type { OrderSummary } from '@/domain/order/order'
import { isChangeRequested } from '@/domain/order/order-details'
import { expiresSoon } from '@/domain/order/order-expiry'
import { nearSlotWords } from '@/locales/day'
import { changeOrderWords } from '@/locales/order/change-order'
import { changeRequestWords } from '@/locales/order/change-requests'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { orderExpiryWords } from '@/locales/order/order-expiry'
import { parcelFormWords } from '@/locales/order/parcel-form'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { momentWords } from '@/locales/time'
import { aria, pressable } from '@/platform/a11y/aria'
import { ChoiceMark } from '@/ui/choice/choice'
import { fulfilmentIcons } from '@/ui/fulfilment/fulfilment-icons'
import { Icon } from '@/ui/icon/icon'
import { Price } from '@/ui/price/price'
import { Alert } from '@/ui/text/alert'
import type { OrderSteps } from '../steps/use-order-steps'
import { placeNameOf } from './order-groups'
import { RowButton } from './row-button'
import './order-row.scss'

/** A longer text of goods is cut, so that it has one line on a phone. */
const MAX_GOODS = 17

const cut = (text: string): string => (text.length > MAX_GOODS ? `${text.slice(0, MAX_GOODS - 1)}…` : text)

/** What a seller should not miss: what the buyer asks for, deadlines, a missing waybill, changes and notes. */
function marksOf(order: OrderSummary, now: number): string[] {
  const { afterSale, answerBy, changedAt } = order
  const { row, afterSale: requests } = sellerOrdersWords
  const isAsked = isOpen(afterSale) || afterSale === 'cancel-asked'
  return [
    ...(isAsked ? [requests[afterSale]] : []),
    ...(isAsked && answerBy !== undefined ? [row.answerBy(answerBy, now)] : []),
    ...(isChangeRequested(order) ? [changeRequestWords.tag] : []),
    ...(expiresSoon(order, now) ? [orderExpiryWords.owner(order.expiresAt, now)] : []),
    ...(order.fulfilment === 'courier' && order.state === 'underway' && !order.parcel
      ? [parcelFormWords.missing]
      : []),
    ...(changedAt === undefined ? [] : [changeOrderWords.changed(momentWords(changedAt, now))]),
    ...(order.note ? [row.note] : []),
  ]
}

interface OrderRowProps {
  order: OrderSummary
  steps: OrderSteps
  now: number
  /** The order is the one beside the list. */
  isOpened: boolean
  /** Set while several orders are selected, which then replaces opening one. */
  checked?: boolean | undefined
  onPress(): void
}

/** An order in the seller's list: what goes where and when, and a button for the next step. */
export function OrderRow({ order, steps, now, isOpened, checked, onPress }: OrderRowProps) {
  const { number, fulfilment, receiver, slot, total, lines } = order
  const place = placeNameOf(order)
  const day = slot && nearSlotWords(slot, dayOf(now))
  const goods = sellerOrdersWords.what(lines)
  const who = receiver.name || sellerOrdersWords.someone
  const marks = marksOf(order, now).join('，')
  const isOn = checked ?? isOpened
  return (
    <View className={`order-row ${isOn ? 'order-row--on' : isRequestOpen(order) ? 'order-row--urgent' : ''}`}>
      <View
        className="order-row__open"
        {...pressable(
          null,
          onPress,
          checked === undefined ? { role: 'link' } : { role: 'checkbox', checked },
        )}
        {...aria({ current: isOpened || undefined })}
      >
        {checked !== undefined && <ChoiceMark role="checkbox" chosen={checked} />}
        <View className="order-row__words">
          <View className="order-row__head">
            <Text className="order-row__number">{number}</Text>
            <View {...aria({ role: 'img', label: fulfilmentWords[fulfilment] })}>
              <Icon name={fulfilmentIcons[fulfilment]} size={20} />
            </View>
            {day && <Text className="order-row__day">{day}</Text>}
            <Text className="order-row__place">{place}</Text>
          </View>
          <Text className="order-row__goods">{cut(goods)}</Text>
          <Text className="order-row__who">{who}</Text>
          <View className="order-row__sum">
            <Price fen={total} size="small" />
          </View>
          {marks && <Text className="order-row__mark">{marks}</Text>}
          <Alert className="order-row__mark">
            {steps.error?.orderId === order.id && steps.error.message}
          </Alert>
        </View>
      </View>
      {checked === undefined && (
        <View className="order-row__side">
          <RowButton order={order} steps={steps} onOpen={onPress} />
        </View>
      )}
    </View>
  )
}
