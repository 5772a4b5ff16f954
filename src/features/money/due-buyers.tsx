import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { DueBuyer } from '@/domain/payment/money-month'
import { describeFailure } from '@/locales/failure'
import { ordersWords } from '@/locales/order/orders'
import { dueBuyersWords as words } from '@/locales/payment/money'
import { pressable } from '@/platform/a11y/aria'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { MoreButton } from '@/ui/button/more-button'
import { Icon } from '@/ui/icon/icon'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** Lists who owes how much once it is asked for. */
export function DueBuyers({ shopId }: { shopId: Id }) {
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <BuyerList shopId={shopId} />
  return (
    <Button kind="line" size="small" onPress={() => setIsOpen(true)}>
      {words.open}
    </Button>
  )
}

function BuyerList({ shopId }: { shopId: Id }) {
  const pages = usePages<DueBuyer>(`due ${shopId}`, (cursor) =>
    call<'GET /api/shops/:shopId/due-buyers'>('GET /api/shops/:shopId/due-buyers', {
      params: { shopId },
      query: cursor === undefined ? {} : { cursor },
    }),
  )
  const { items, failure, reload } = pages
  useReturnToPage(() => void reload())
  if (!items)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <View>
      {failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
      {items.map((buyer) => (
        <BuyerRow
          key={buyer.id}
          buyer={buyer}
          onPress={() => go(urlOf('merchant', { shop: shopId, tab: 'orders', buyer: buyer.id }))}
        />
      ))}
      <MoreButton pages={pages} size="small" words={{ ...ordersWords, more: words.more }} />
    </View>
  )
}

function BuyerRow({ buyer, onPress }: { buyer: DueBuyer; onPress(): void }) {
  return (
    <View className="money__order" {...pressable(null, onPress)}>
      <View className="money__order-texts">
        {buyer.receivers.map((receiver) => (
          <Text key={receiver.phoneEnd + receiver.name} className="money__name">
            {words.buyer(receiver)}
          </Text>
        ))}
        <Text className="money__note">{words.orders(buyer.orders)}</Text>
      </View>
      <Text className="money__amount">{words.yuan(buyer.amount)}</Text>
      <Icon name="right" size={20} />
    </View>
  )
}
