import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { needsAddress } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import { changeOf, isChangeRequested } from '@/domain/order/order-details'
import type { Receiver } from '@/domain/receiver/receiver'
import { changeOrderWords as words } from '@/locales/order/change-order'
import { Card } from '@/ui/card/card'
import type { OfferedActions } from '../page/order-action'
import { ChangeSheet } from './change-sheet'
import { OpenRequest } from './open-request'
import './change-order.scss'

/** Receives the receiver of an order as it was, and as the buyer has changed it. */
export type OnReceiver = (former: Receiver, changed: Receiver) => void

interface ChangeOrderOptions {
  order: Order
  /** True if buyers choose the day of such an order. */
  hasSlots: boolean
  onOrder(order: Order): void
  /** Called after a change, and after asking for one. */
  onReceiver: OnReceiver | undefined
}

/** Opens the form that changes an order, while that is possible. `message` tells that the shop was faster than the form. */
export function useChangeOrder(options: ChangeOrderOptions): OfferedActions & { message: string | false } {
  const { order, hasSlots, onOrder, onReceiver } = options
  /** The receiver when the form was opened; absent while it is closed. */
  const [former, setFormer] = useState<Receiver>()
  const [isTooLate, setIsTooLate] = useState(false)
  const way = changeOf(order)
  const close = () => setFormer(undefined)
  const text =
    way === 'direct'
      ? words.openDirect({ hasAddress: needsAddress(order.fulfilment), hasSlots })
      : words.openAsk
  return {
    actions: way ? [{ words: text, icon: 'edit', run: () => setFormer(order.receiver) }] : [],
    message: isTooLate && !way && !isChangeRequested(order) && words.tooLate,
    sheet: former && (
      <ChangeSheet
        order={order}
        way={way}
        hasSlots={hasSlots}
        onChanged={(changed, { receiver }) => {
          close()
          onReceiver?.(former, receiver)
          onOrder(changed)
        }}
        onMoved={onOrder}
        onTooLate={() => {
          close()
          setIsTooLate(true)
        }}
        onClose={close}
      />
    ),
  }
}

interface RequestedChangeProps extends Pick<ChangeOrderOptions, 'order' | 'onOrder'> {
  /** Called after a withdrawal, with the order's receiver as the changed one. */
  onReceiver: OnReceiver | undefined
}

/** The change that the buyer has requested, and its answer. */
export function RequestedChange({ order, onOrder, onReceiver }: RequestedChangeProps) {
  const { changeRequest } = order
  if (!changeRequest) return null
  return (
    <Card>
      <View className="change-order">
        <Text className="change-order__text">{words.mine[changeRequest.state]}</Text>
        {isChangeRequested(order) && (
          <OpenRequest
            key={changeRequest.id}
            order={order}
            request={changeRequest}
            onOrder={onOrder}
            onWithdrawn={() => onReceiver?.(changeRequest.receiver, order.receiver)}
          />
        )}
      </View>
    </Card>
  )
}
