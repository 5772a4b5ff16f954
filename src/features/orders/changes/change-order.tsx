import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { needsAddress } from '@/domain/fulfilment'
import type { Order } from '@/domain/order'
import { changeOf, isChangeAsked } from '@/domain/order-details'
import { changeOrderWords as words } from '@/locales/change-order'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ChangeSheet } from './change-sheet'
import { changedRows } from './changed-rows'
import './change-order.scss'

interface ChangeOrderProps {
  order: Order
  /** Whether buyers choose the day of such an order. */
  hasSlots: boolean
  onOrder(order: Order): void
}

/** What the buyer has asked to change, and the button that opens the form while a change is possible. */
export function ChangeOrder({ order, hasSlots, onOrder }: ChangeOrderProps) {
  const [isOpen, setIsOpen] = useState(false)
  const way = changeOf(order)
  const { changeRequest } = order
  if (!way && !changeRequest) return null
  return (
    <Card>
      <View className="change-order">
        {changeRequest && <Text className="change-order__text">{words.mine[changeRequest.state]}</Text>}
        {changeRequest &&
          isChangeAsked(order) &&
          changedRows(order, changeRequest, Date.now()).map((row) => (
            <Text key={row} className="change-order__row">
              {row}
            </Text>
          ))}
        {way && (
          <Button kind="line" size="small" onPress={() => setIsOpen(true)}>
            {way === 'direct'
              ? words.openDirect({ hasAddress: needsAddress(order.fulfilment), hasSlots })
              : words.openAsk}
          </Button>
        )}
      </View>
      {isOpen && way && (
        <ChangeSheet order={order} way={way} onOrder={onOrder} onClose={() => setIsOpen(false)} />
      )}
    </Card>
  )
}
