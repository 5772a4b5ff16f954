import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OrderSummary } from '@/domain/order'
import { countLeftOut, type PickedGoods, type PickingGroup, pickingList } from '@/domain/picking-list'
import { slotDateWords } from '@/locales/day'
import { severalOrdersWords } from '@/locales/find-orders'
import { fulfilmentWords } from '@/locales/fulfilment'
import { orderLinesWords } from '@/locales/order-lines'
import { aria, heading } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import './picking-sheet.scss'

const words = severalOrdersWords.picking

const nameOf = ({ name, label }: PickedGoods) => orderLinesWords.name(name, label)

const groupTitle = ({ fulfilment, slot, orders }: PickingGroup) =>
  words.group(
    slot ? `${fulfilmentWords[fulfilment]} ${slotDateWords(slot)}` : fulfilmentWords[fulfilment],
    orders,
  )

/** The list as plain text, for a chat or a printer elsewhere. */
const textOf = (groups: readonly PickingGroup[], leftOut: string): string =>
  [
    ...groups.flatMap((group) => [
      groupTitle(group),
      ...group.goods.map((goods) =>
        words.line(
          nameOf(goods),
          words.quantity(goods.quantity, goods.unit),
          words.orders(goods.orders.length),
        ),
      ),
    ]),
    ...(leftOut ? [leftOut] : []),
  ].join('\n')

interface PickingSheetProps {
  orders: readonly OrderSummary[]
  onClose(): void
}

/** What has to be packed for several orders, by way of delivery, and how many of them need nothing. */
export function PickingSheet({ orders, onClose }: PickingSheetProps) {
  const groups = pickingList(orders)
  const leftOut = words.leftOut(countLeftOut(orders))
  const [message, setMessage] = useState<string>()
  const copy = async () =>
    setMessage((await copyText(textOf(groups, leftOut))) ? words.copied : severalOrdersWords.uncopied)
  return (
    <Sheet title={words.title} onClose={onClose}>
      {groups.length > 0 && (
        <Button kind="soft" icon="copy" onPress={() => void copy()}>
          {words.copy}
        </Button>
      )}
      {message && (
        <Text className="picking__message" {...aria({ role: 'status' })}>
          {message}
        </Text>
      )}
      {leftOut && <Text className="picking__message">{leftOut}</Text>}
      {groups.map((group) => (
        <View key={groupTitle(group)} className="picking__group">
          <Text className="picking__title" {...heading(3)}>
            {groupTitle(group)}
          </Text>
          {group.goods.map((goods) => (
            <View key={`${goods.skuId} ${nameOf(goods)} ${goods.unit}`} className="picking__goods">
              <View className="picking__what">
                <Text className="picking__name">{nameOf(goods)}</Text>
                <Text className="picking__numbers">{words.numbers(goods.orders)}</Text>
              </View>
              <Text className="picking__sum">{words.quantity(goods.quantity, goods.unit)}</Text>
            </View>
          ))}
        </View>
      ))}
    </Sheet>
  )
}
