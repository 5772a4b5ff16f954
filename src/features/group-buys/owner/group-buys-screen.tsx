import { View } from '@tarojs/components'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import type { Id } from '@/domain/id'
import { groupBuyPageWords } from '@/locales/group-buy/group-buy-page'
import { groupBuysWords as words } from '@/locales/group-buy/group-buys'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { ListRow } from '@/ui/row/list-row'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './group-buys.scss'

/** The group buys of a shop, newest first. */
export function GroupBuysScreen({ shopId }: { shopId: Id }) {
  const list = usePages<GroupBuy>(`group-buys ${shopId}`, (cursor) =>
    call('GET /api/shops/:shopId/group-buys', {
      params: { shopId },
      query: cursor === undefined ? {} : { cursor },
    }),
  )
  const { items, failure, hasMore, more, loadingMore } = list
  const add = () => go(urlOf('editGroupBuy', { shop: shopId, id: newId() }))
  return (
    <Page title={words.title} foot={items && <Button onPress={add}>{words.add}</Button>}>
      {!items &&
        (failure ? (
          <ManagedShopFailure failure={failure} onRetry={() => void list.reload()} />
        ) : (
          <Skeleton />
        ))}
      {items?.length === 0 && <Notice icon="goods" {...words.empty} />}
      <View className="group-buys">
        {items && items.length > 0 && (
          <Card flush>
            {items.map((groupBuy) => (
              <Row key={groupBuy.id} groupBuy={groupBuy} shopId={shopId} />
            ))}
          </Card>
        )}
        {hasMore && (
          <Button kind="line" busy={loadingMore && groupBuyPageWords.showMore} onPress={() => void more()}>
            {groupBuyPageWords.showMore}
          </Button>
        )}
      </View>
    </Page>
  )
}

function Row({ groupBuy, shopId }: { groupBuy: GroupBuy; shopId: Id }) {
  const { id, state, counts } = groupBuy
  const facts = words.counts(counts.entries, counts.units, counts.amount)
  const until = state === 'open' ? groupBuyPageWords.state(groupBuy, serverNow()) : words.states[state]
  return (
    <ListRow
      title={groupBuy.words || words.untitled}
      value={state === 'draft' ? until : `${until}　${facts}`}
      warn={state === 'short' ? words.states.short : undefined}
      onPress={() => go(urlOf(state === 'draft' ? 'editGroupBuy' : 'groupBuyOrders', { shop: shopId, id }))}
    />
  )
}
