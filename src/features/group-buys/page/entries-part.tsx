import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { LongList } from '@/ui/long-list/long-list'
import { Speaker } from '@/ui/speaker/speaker'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { GroupBuyReply } from './group-buy-page'

type Entry = GroupBuyReply['entries']['items'][number]

/** The number of entries that are spoken at once. */
const SPOKEN = 10

/** The entries after those of the first reply, which a newer first reply replaces. */
function useMoreEntries({ shop, groupBuy, entries }: GroupBuyReply) {
  const [rest, setRest] = useState<{ first: Entry[]; items: Entry[]; next?: string | undefined }>()
  const [failure, setFailure] = useState<Failure>()
  const current = rest?.first === entries.items ? rest : { items: [], next: entries.next }
  const more = async () => {
    const { next: cursor } = current
    if (cursor === undefined) return
    const result = await call('GET /api/shops/:shopId/group-buys/:groupBuyId/entries', {
      params: { shopId: shop.id, groupBuyId: groupBuy.id },
      query: { cursor, limit: 100 },
    })
    setFailure(result.ok ? undefined : result.failure)
    if (result.ok)
      setRest({
        first: entries.items,
        items: [...current.items, ...result.data.items],
        next: result.data.next,
      })
  }
  return { items: [...entries.items, ...current.items], hasMore: current.next !== undefined, more, failure }
}

/** The numbered entries, newest first: number, masked name, and the goods as pictures with large figures. */
export function EntriesPart({ reply }: { reply: GroupBuyReply }) {
  const { groupBuy, shop } = reply
  const { items, hasMore, more, failure } = useMoreEntries(reply)
  const goodsOf = (skuId: string) => groupBuy.goods.find((goods) => goods.skuId === skuId)
  const goodsWords = ({ lines }: Entry) =>
    lines
      .map(({ skuId, quantity }) =>
        words.goods(goodsOf(skuId)?.name ?? '', quantity, goodsOf(skuId)?.unit ?? ''),
      )
      .join('，')
  const spoken = items
    .slice(0, SPOKEN)
    .map((entry) => words.spoken(entry.number, entry.name, goodsWords(entry)))
  if (items.length === 0) return null
  return (
    <View className="group-entries">
      <View className="group-entries__head">
        <Heading className="group-entries__title">{words.entries}</Heading>
        <Speaker text={spoken.join('')} />
      </View>
      <LongList items={items} className="group-entries__block" estimatedHeight={64} open={hasMore}>
        {(entry, { at, of }) => (
          <View
            key={entry.number}
            className="group-entries__row"
            {...aria({ role: 'listitem', posinset: at, setsize: of })}
          >
            <Text className="group-entries__number">{entry.number}</Text>
            <Text className="group-entries__name">{entry.name ?? words.anonymous}</Text>
            <View className="group-entries__goods">
              {entry.lines.map(({ skuId, quantity }) => {
                const goods = goodsOf(skuId)
                return (
                  <View key={skuId} className="group-entries__line">
                    {goods && groupBuy.goods.length > 1 && (
                      <View className="group-entries__picture">
                        <LinePicture line={goods} trade={shop.trade} />
                      </View>
                    )}
                    <Text className="group-entries__count">{`${quantity} ${goods?.unit ?? ''}`}</Text>
                  </View>
                )
              })}
            </View>
          </View>
        )}
      </LongList>
      <Alert className="group-entries__failure">{failure && describeFailure(failure)}</Alert>
      {hasMore && (
        <Button kind="line" onPress={() => void more()}>
          {words.showMore}
        </Button>
      )}
    </View>
  )
}
