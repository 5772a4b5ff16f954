import { Text, View } from '@tarojs/components'
import { totals } from '@/domain/cart'
import type { CheckedLine } from '@/domain/cart-check'
import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { aria, heading } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import type { OrderBody } from './attempt-store'
import { ChangeRow } from './change-row'
import { acceptedItems, changedFacts } from './changed-facts'
import './changed-view.scss'

interface ChangedViewProps {
  shop: Shop
  /** What the buyer saw and what was sent. */
  seen: readonly CheckedLine[]
  body: OrderBody
  failure: Failure
  onAccept(items: ReturnType<typeof acceptedItems>): void
  onBack(): void
}

function titleOf({ code }: Failure): string {
  const { title } = checkoutWords.changed
  if (code === 'price-changed') return title.price
  if (code === 'ask-the-shop') return title.ask
  return code === 'out-of-stock' ? title.stock : title.gone
}

/** What changed while the buyer was ordering, old beside new, to take or to leave. */
export function ChangedView({ shop, seen, body, failure, onAccept, onBack }: ChangedViewProps) {
  const words = checkoutWords.changed
  const facts = changedFacts(seen, failure)
  const items = acceptedItems(seen, facts)
  const kind = body.fulfilment.kind
  // the server's total is that of what was asked for; where less is left this is the one that will be sent
  const { total: sum, freight } = totals(items, facts.rule ?? shop.freight, kind)
  const freightWas = body.seenTotal - totals(seen, shop.freight, kind).goods
  const { phone } = shop
  const ask = failure.code === 'ask-the-shop'
  return (
    <View className="changed-view" {...aria({ role: 'alert' })}>
      <Text className="changed-view__title" {...heading(2)}>
        {items.length === 0 && !ask ? words.title.nothing : titleOf(failure)}
      </Text>
      <Text className="changed-view__text">{words.text}</Text>
      <Card>
        {facts.changes.map((change) => (
          <ChangeRow
            key={`${change.line.item.skuId} ${change.line.item.date ?? ''}`}
            change={change}
            trade={shop.trade}
          />
        ))}
        {items.length > 0 && freight !== freightWas && (
          <Text className="changed-view__sum">{words.freight(kind, freightWas, freight)}</Text>
        )}
        <Text className="changed-view__sum">
          {items.length === 0
            ? words[ask ? 'askNothing' : 'nothing']
            : sum === body.seenTotal
              ? words.totalNow(sum)
              : words.total(body.seenTotal, sum)}
        </Text>
      </Card>
      {items.length > 0 && <Button onPress={() => onAccept(items)}>{words.accept}</Button>}
      {ask && phone && (
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
