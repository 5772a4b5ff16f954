import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { operatedShopsWords as words } from '@/locales/operator/console'
import { ownAppNoteWords } from '@/locales/operator/own-app'
import { agoWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import { OwnAppSheet } from './own-app-sheet'
import { BlockSheet, KeySheet, MessageSheet, type OperatedShop, RemoveSheet } from './shop-sheets'

interface ShopDetailsProps {
  shopId: Id
  /** The shop was blocked or unblocked. */
  onChanged(): void
  /** The shop was removed, and what became of its files was read. */
  onRemoved(): void
}

/** A shop with its numbers, what can be done with it, and what operators did. */
export function ShopDetails({ shopId, onChanged, onRemoved }: ShopDetailsProps) {
  const state = useCall('GET /api/operator/shops/:shopId', { params: { shopId } })
  const [sheet, setSheet] = useState<'block' | 'key' | 'message' | 'remove' | 'own-app'>()
  const { data, failure, reload } = state
  if (!data) return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  const { shop, owners } = data
  const close = () => setSheet(undefined)
  const finish = () => {
    close()
    void reload()
    onChanged()
  }
  return (
    <View className="console__part">
      <Texts className="console__fact" texts={factsOf(shop, owners)} />
      {shop.blockedAt !== undefined && (
        <Text className="console__warn">{words.blocked(agoWords(shop.blockedAt, serverNow()))}</Text>
      )}
      <View className="console__answers">
        <Button kind="line" size="small" onPress={() => go(urlOf('shop', { slug: shop.slug }))}>
          {words.visit}
        </Button>
        <Button kind="soft" size="small" onPress={() => setSheet('message')}>
          {words.message}
        </Button>
        <Button kind="line" size="small" onPress={() => setSheet('own-app')}>
          {ownAppNoteWords.button}
        </Button>
        <Button kind="soft" size="small" icon="key" onPress={() => setSheet('key')}>
          {words.key}
        </Button>
        <Button
          kind={shop.blockedAt === undefined ? 'bad' : 'soft'}
          size="small"
          onPress={() => setSheet('block')}
        >
          {shop.blockedAt === undefined ? words.block : words.unblock}
        </Button>
        {shop.blockedAt !== undefined && (
          <Button kind="bad" size="small" onPress={() => setSheet('remove')}>
            {words.remove}
          </Button>
        )}
      </View>
      <History actions={data.actions} />
      {sheet === 'block' && (
        <BlockSheet shop={shop} isBlocking={shop.blockedAt === undefined} onClose={close} onDone={finish} />
      )}
      {sheet === 'message' && <MessageSheet shop={shop} onClose={close} onDone={finish} />}
      {sheet === 'own-app' && <OwnAppSheet shop={shop} app={data.ownApp} onClose={close} onDone={finish} />}
      {sheet === 'remove' && <RemoveSheet shop={shop} onClose={close} onDone={onRemoved} />}
      {sheet === 'key' && <KeySheet shop={shop} onClose={close} onDone={finish} />}
    </View>
  )
}

const MB = 1024 * 1024

function factsOf(shop: OperatedShop, owners: number): string[] {
  const now = serverNow()
  return [
    [`/s/${shop.slug}`, shop.place, shop.phone].filter(Boolean).join(' · '),
    words.facts(shop.products, shop.orders, (shop.bytes / MB).toFixed(1)),
    words.opened(agoWords(shop.openedAt, now)),
    ...(shop.lastOrderAt === undefined ? [] : [words.lastOrder(agoWords(shop.lastOrderAt, now))]),
    ...(shop.lastSeenAt === undefined ? [] : [words.lastSeen(agoWords(shop.lastSeenAt, now))]),
    words.owners(owners),
    ...(shop.closedAt === undefined ? [] : [words.closed]),
  ]
}

type Actions = RouteReply<'GET /api/operator/shops/:shopId'>['actions']

function History({ actions }: { actions: Actions }) {
  if (actions.length === 0) return null
  return (
    <View className="console__lines">
      <Heading level={3} className="console__title">
        {words.history}
      </Heading>
      {actions.map(({ at, action, reason, ownerReason }) => (
        <Texts
          key={`${at} ${action}`}
          className="console__fact"
          texts={[
            `${agoWords(at, serverNow())} ${words.actions[action]}`,
            ...(reason === undefined ? [] : [words.reason(reason)]),
            ...(ownerReason === undefined ? [] : [words.told(ownerReason)]),
          ]}
        />
      ))}
    </View>
  )
}
