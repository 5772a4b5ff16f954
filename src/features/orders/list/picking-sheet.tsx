import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useLoadRest } from '@/api/use-load-rest'
import type { PagesState } from '@/api/use-pages'
import type { OrderSummary } from '@/domain/order/order'
import { countOmitted, type PickedGoods, type PickingGroup, pickingList } from '@/domain/order/picking-list'
import { slotDateWords } from '@/locales/day'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { orderLinesWords } from '@/locales/order/order-lines'
import { copyText } from '@/platform/device/clipboard'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Sheet } from '@/ui/sheet/sheet'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import './picking-sheet.scss'

const words = severalOrdersWords.picking

const nameOf = ({ name, label }: PickedGoods) => orderLinesWords.name(name, label)

const groupTitle = ({ fulfilment, slot, orders }: PickingGroup) =>
  words.group(
    slot ? `${fulfilmentWords[fulfilment]} ${slotDateWords(slot)}` : fulfilmentWords[fulfilment],
    orders,
  )

/** The list as plain text, for a chat or a printer elsewhere. */
const textOf = (groups: readonly PickingGroup[], notes: readonly string[]): string =>
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
    ...notes,
  ].join('\n')

interface PickingListProps {
  orders: readonly OrderSummary[]
  /** There are more orders, which are not part of it. */
  isPartial?: boolean
}

/** The goods to be packed for several orders, by way of delivery, and the number of orders that need nothing. */
function PickingList({ orders, isPartial = false }: PickingListProps) {
  const groups = pickingList(orders)
  const omitted = words.omitted(countOmitted(orders))
  const notes = [...(omitted ? [omitted] : []), ...(isPartial ? [words.partial(orders.length)] : [])]
  const [message, setMessage] = useState<string>()
  const copy = async () =>
    setMessage((await copyText(textOf(groups, notes))) ? words.copied : severalOrdersWords.uncopied)
  return (
    <>
      {groups.length > 0 ? (
        <Button kind="soft" icon="copy" onPress={() => void copy()}>
          {words.copy}
        </Button>
      ) : (
        <Text className="picking__message">{words.none}</Text>
      )}
      <Status className="picking__message">{message}</Status>
      <Texts className="picking__message" texts={notes} />
      {groups.map((group) => (
        <PickingGoods key={groupTitle(group)} group={group} />
      ))}
    </>
  )
}

function PickingGoods({ group }: { group: PickingGroup }) {
  return (
    <View className="picking__group">
      <Heading className="picking__title" level={3}>
        {groupTitle(group)}
      </Heading>
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
  )
}

interface PickingSheetProps {
  orders: readonly OrderSummary[]
  onClose(): void
}

/** The picking list of orders that were chosen. */
export function PickingSheet({ orders, onClose }: PickingSheetProps) {
  return (
    <Sheet title={words.title} onClose={onClose}>
      <PickingList orders={orders} />
    </Sheet>
  )
}

interface ListPickingSheetProps {
  pages: PagesState<OrderSummary>
  onClose(): void
}

/** The picking list of all orders of a list, once the rest of them is loaded. */
export function ListPickingSheet({ pages, onClose }: ListPickingSheetProps) {
  const { items = [], hasMore, moreFailure, more } = pages
  const isLoading = useLoadRest(pages, true)
  return (
    <Sheet title={words.title} onClose={onClose}>
      {isLoading ? (
        <Status className="picking__message">{orderLimitsWords.select.loadingRest}</Status>
      ) : moreFailure ? (
        <FailureNotice failure={moreFailure} onRetry={() => void more()} />
      ) : (
        <PickingList orders={items} isPartial={hasMore} />
      )}
    </Sheet>
  )
}
