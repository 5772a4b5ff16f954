import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { GroupBuy, GroupBuyAction } from '@/domain/group-buy/group-buy'
import { isToHandOut, placeOf, totalsOf } from '@/domain/group-buy/hand-out'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { groupBuyPageWords } from '@/locales/group-buy/group-buy-page'
import { groupBuysWords } from '@/locales/group-buy/group-buys'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { groupBuyLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Chip } from '@/ui/chip/chip'
import { useFlash } from '@/ui/flash/flash'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { chatList, reminder } from './chat-texts'
import { EntryRow } from './entry-row'
import { type Orders, useOrders } from './use-orders'
import './group-buys.scss'

const words = groupBuysWords.one

interface OrdersScreenProps {
  shopId: Id
  groupBuyId: Id
  /** The slug of the shop; undefined until it is known. */
  slug: string | undefined
}

/** One group buy for its owner: what it has come to, its next steps, and the entries, which are handed out here. */
export function OrdersScreen({ shopId, groupBuyId, slug }: OrdersScreenProps) {
  const orders = useOrders(shopId, groupBuyId)
  const { groupBuy, entries, failure } = orders
  const { flash, say } = useFlash()
  const [place, setPlace] = useState<string>()
  if (!groupBuy || !entries)
    return (
      <Page title={words.title}>
        {failure ? <ManagedShopFailure failure={failure} onRetry={orders.reload} /> : <Skeleton />}
      </Page>
    )
  const places = [...new Set(entries.map(placeOf))]
  const shown = entries.filter((entry) => place === undefined || placeOf(entry) === place)
  const nameOf = (key: string) => groupBuy.points.find(({ id }) => id === key)?.name ?? words.other
  const totals = totalsOf(groupBuy, shown)
  return (
    <Page title={words.title}>
      <View className="group-buys">
        <Alert className="group-buys__error">{failure && describeFailure(failure)}</Alert>
        {orders.isStored && <Text className="group-buys__note">{words.stored}</Text>}
        <StateCard orders={orders} groupBuy={groupBuy} shopId={shopId} slug={slug} say={say} />
        {places.length > 1 && (
          <View
            className="group-buys__chips"
            {...aria({ role: 'radiogroup', label: groupBuysWords.edit.points })}
          >
            {[undefined, ...places].map((key) => (
              <Chip key={key ?? ''} role="radio" on={key === place} onPress={() => setPlace(key)}>
                {key === undefined ? words.all : nameOf(key)}
              </Chip>
            ))}
          </View>
        )}
        {totals.length > 0 && (
          <Card>
            <Heading className="group-buys__title">{words.totals}</Heading>
            {totals.map(({ skuId, quantity }) => {
              const goods = groupBuy.goods.find((one) => one.skuId === skuId)
              return (
                <View key={skuId} className="group-buys__total">
                  <Text>{goods?.name}</Text>
                  <Text className="group-buys__figure">{`${quantity} ${goods?.unit ?? ''}`}</Text>
                </View>
              )
            })}
            {groupBuy.state === 'closed' && (
              <Text className="group-buys__note">{words.left(shown.filter(isToHandOut).length)}</Text>
            )}
            {orders.waiting > 0 && <Text className="group-buys__note">{words.waiting(orders.waiting)}</Text>}
          </Card>
        )}
        {shown.length === 0 ? (
          <Text className="group-buys__note">{words.nobody}</Text>
        ) : (
          <View className="group-buys__entries" {...aria({ role: 'list' })}>
            {shown.map((entry) => (
              <EntryRow
                key={entry.orderId}
                entry={entry}
                groupBuy={groupBuy}
                shopId={shopId}
                onTick={orders.tick}
              />
            ))}
          </View>
        )}
      </View>
      {flash}
    </Page>
  )
}

interface StateCardProps {
  orders: Orders
  groupBuy: GroupBuy
  shopId: Id
  slug: string | undefined
  say(message: string): void
}

/** The state, what it has come to, and the owner's steps: the texts for the chat first. */
function StateCard({ orders, groupBuy, shopId, slug, say }: StateCardProps) {
  const [asked, setAsked] = useState<Exclude<GroupBuyAction, 'publish'>>()
  const { actions, entries = [], busy } = orders
  const { id, state, counts, decideBy } = groupBuy
  const url = slug === undefined ? undefined : groupBuyLink(slug, id)
  const copy = async (text: string, done: string) => say((await copyText(text)) ? done : words.copyFailed)
  const remind = url && reminder(groupBuy, entries, url)
  const isOpen = state === 'open'
  const stateText = isOpen ? groupBuyPageWords.state(groupBuy, serverNow()) : groupBuysWords.states[state]
  return (
    <Card>
      <Heading level={1} className="group-buys__title">
        {groupBuy.words || groupBuysWords.untitled}
      </Heading>
      <Text className="group-buys__state">{stateText}</Text>
      <Text className="group-buys__figure">
        {groupBuysWords.counts(counts.entries, counts.units, counts.amount)}
      </Text>
      {decideBy !== undefined && (
        <Text className="group-buys__note">{words.decide(momentWords(decideBy, serverNow()))}</Text>
      )}
      <View className="group-buys__buttons">
        {isOpen && slug && (
          <Button icon="share" onPress={() => go(urlOf('share', { slug, group: id }))}>
            {words.share}
          </Button>
        )}
        {remind && (
          <Button kind="soft" onPress={() => void copy(remind, words.reminded)}>
            {words.remind}
          </Button>
        )}
        {entries.length > 0 && (
          <Button kind="line" onPress={() => void copy(chatList(groupBuy, entries), words.listCopied)}>
            {words.list}
          </Button>
        )}
        {slug && (
          <Button kind="line" onPress={() => go(urlOf('groupBuy', { slug, id }))}>
            {words.page}
          </Button>
        )}
        {isOpen && (
          <>
            <Button kind="line" onPress={() => go(urlOf('pasteGroupBuy', { shop: shopId, id }))}>
              {groupBuysWords.paste.open}
            </Button>
            <Button kind="line" onPress={() => go(urlOf('editGroupBuy', { shop: shopId, id }))}>
              {words.edit}
            </Button>
          </>
        )}
        {(state === 'closed' || state === 'cancelled') && (
          <Button
            kind="line"
            onPress={() => go(urlOf('editGroupBuy', { shop: shopId, id: newId(), copy: id }))}
          >
            {groupBuysWords.again}
          </Button>
        )}
        {actions.map(
          (action) =>
            action !== 'publish' && (
              <Button
                key={action}
                kind={action === 'call-off' ? 'bad' : 'soft'}
                busy={busy === action && groupBuysWords.edit.saving}
                onPress={() => setAsked(action)}
              >
                {groupBuysWords.actions[action]}
              </Button>
            ),
        )}
      </View>
      {asked && (
        <AskSheet
          {...groupBuysWords.asks[asked]}
          yesKind={asked === 'call-off' ? 'bad' : 'main'}
          onNo={() => setAsked(undefined)}
          onYes={() => {
            setAsked(undefined)
            orders.step(asked)
          }}
        />
      )}
    </Card>
  )
}
