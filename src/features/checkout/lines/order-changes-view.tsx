import { Text, View } from '@tarojs/components'
import type { Failure } from '@/domain/failure'
import { calculateTotals } from '@/domain/product/cart'
import type { CheckedLine } from '@/domain/product/cart-check'
import type { Shop } from '@/domain/shop/shop'
import type { Trade } from '@/domain/shop/trade'
import { checkoutWords } from '@/locales/order/checkout'
import { aria } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import type { OrderBody } from '../submit/order-attempt-store'
import { applyOrderChanges, findOrderChanges, type LineChange } from './order-changes'
import './order-changes-view.scss'

interface OrderChangesViewProps {
  shop: Shop
  /** The lines as the buyer saw them when sending `body`. */
  shownLines: readonly CheckedLine[]
  body: OrderBody
  failure: Failure
  onAccept(items: ReturnType<typeof applyOrderChanges>): void
  onBack(): void
}

const words = checkoutWords.changed

function titleOf({ code }: Failure): string {
  const { title } = words
  if (code === 'price-changed') return title.price
  if (code === 'ask-the-shop') return title.ask
  return code === 'out-of-stock' ? title.stock : title.gone
}

/** Applies the changes to the lines and calculates the freight before and after them, and the total after them, in fen. */
function applyToOrder({ shop, shownLines, body, failure }: OrderChangesViewProps) {
  const changes = findOrderChanges(shownLines, failure)
  const items = applyOrderChanges(shownLines, changes)
  const kind = body.fulfilment.kind
  // recalculated: the server's total covers the requested quantities, not the reduced ones
  const { total, freight } = calculateTotals(items, changes.rule ?? shop.freight, kind)
  const freightWas = body.seenTotal - calculateTotals(shownLines, shop.freight, kind).goods
  return { changes: changes.changes, items, total, freight, freightWas }
}

/** Shows what has changed since the buyer sent the order; the buyer accepts the changes or goes back. */
export function OrderChangesView(props: OrderChangesViewProps) {
  const { shop, body, failure, onAccept, onBack } = props
  const { changes, items, total, freight, freightWas } = applyToOrder(props)
  const { phone } = shop
  const isLimited = failure.code === 'ask-the-shop'
  return (
    <View className="changed-view" {...aria({ role: 'alert' })}>
      <Heading className="changed-view__title">
        {items.length === 0 && !isLimited ? words.title.nothing : titleOf(failure)}
      </Heading>
      <Text className="changed-view__text">{words.text}</Text>
      <Card>
        {changes.map((change) => (
          <LineChangeRow
            key={`${change.line.item.skuId} ${change.line.item.date ?? ''}`}
            change={change}
            trade={shop.trade}
          />
        ))}
        {items.length > 0 && freight !== freightWas && (
          <Text className="changed-view__sum">
            {words.freight(body.fulfilment.kind, freightWas, freight)}
          </Text>
        )}
        <Text className="changed-view__sum">
          {items.length === 0
            ? words[isLimited ? 'askNothing' : 'nothing']
            : total === body.seenTotal
              ? words.totalNow(total)
              : words.total(body.seenTotal, total)}
        </Text>
      </Card>
      {items.length > 0 && <Button onPress={() => onAccept(items)}>{words.accept}</Button>}
      {isLimited && phone && (
        <Button kind="soft" icon="phone" onPress={() => dial(phone)}>
          {words.call}
        </Button>
      )}
      <Button kind="line" onPress={onBack}>
        {items.length === 0 ? words.backOnly : words.back}
      </Button>
    </View>
  )
}

function describeChange({ line, price, remaining, isLimited, isRemoved }: LineChange): string[] {
  const { changed, news } = checkoutWords
  if (isRemoved) return [changed.gone]
  return [
    ...(price === undefined ? [] : [news.price(line.price, price)]),
    ...(remaining === undefined
      ? []
      : [changed[isLimited ? 'most' : 'left'](remaining, line.unit, line.quantity)]),
  ]
}

/** One changed line of the order: the old values beside the new ones. */
function LineChangeRow({ change, trade }: { change: LineChange; trade: Trade }) {
  const { name, label } = change.line
  return (
    <View className="change-row">
      <View className="change-row__picture">
        <LinePicture line={change.line} trade={trade} />
      </View>
      <View className="change-row__words">
        <Text className="change-row__name">{label ? `${name} ${label}` : name}</Text>
        <Texts className="change-row__news" texts={describeChange(change)} />
      </View>
    </View>
  )
}
