import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { needsAddress } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import { changeOf, isChangeRequested } from '@/domain/order/order-details'
import type { Receiver } from '@/domain/receiver/receiver'
import { changeOrderWords as words } from '@/locales/order/change-order'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ChangeSheet } from './change-sheet'
import { OpenRequest } from './open-request'
import './change-order.scss'

/** Receives the receiver of an order as it was, and as the buyer has changed it. */
export type OnReceiver = (former: Receiver, changed: Receiver) => void

interface ChangeOrderProps {
  order: Order
  /** True if buyers choose the day of such an order. */
  hasSlots: boolean
  onOrder(order: Order): void
  /** Called after a change, and after asking for one; after a withdrawal with the order's receiver as the changed one. */
  onReceiver: OnReceiver | undefined
}

/** The change that the buyer has requested, and the button that opens the form while a change is possible. */
export function ChangeOrder({ order, hasSlots, onOrder, onReceiver }: ChangeOrderProps) {
  /** The receiver when the form was opened; absent while it is closed. */
  const [former, setFormer] = useState<Receiver>()
  /** The shop was faster than the form. */
  const [isTooLate, setIsTooLate] = useState(false)
  const way = changeOf(order)
  const { changeRequest } = order
  if (!way && !changeRequest && !isTooLate) return null
  const close = () => setFormer(undefined)
  return (
    <Card>
      <View className="change-order">
        {changeRequest && <Text className="change-order__text">{words.mine[changeRequest.state]}</Text>}
        {changeRequest && isChangeRequested(order) && (
          <OpenRequest
            key={changeRequest.id}
            order={order}
            request={changeRequest}
            onOrder={onOrder}
            onWithdrawn={() => onReceiver?.(changeRequest.receiver, order.receiver)}
          />
        )}
        {isTooLate && !way && !isChangeRequested(order) && (
          <Text className="change-order__error" {...aria({ role: 'alert' })}>
            {words.tooLate}
          </Text>
        )}
        {way && (
          <Button kind="line" size="small" onPress={() => setFormer(order.receiver)}>
            {way === 'direct'
              ? words.openDirect({ hasAddress: needsAddress(order.fulfilment), hasSlots })
              : words.openAsk}
          </Button>
        )}
      </View>
      {former && (
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
      )}
    </Card>
  )
}
