import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallState } from '@/api/use-call'
import { type Day, dayOf } from '@/domain/day'
import { isClosed, type Shop } from '@/domain/shop'
import { describeFailure } from '@/locales/failure'
import { todayWords } from '@/locales/today'
import { go } from '@/platform/navigation/navigate'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { useSkippedPlaces } from '@/platform/storage/skipped-places'
import { urlOf } from '@/routes'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { SalesCard } from './sales-card'
import { ShareSheet } from './share-sheet'
import { SoundSwitch } from './sound-switch'
import { Tile } from './tile'
import { listToDos, type ToDo, type Today } from './to-do'
import { ToDoCard } from './to-do-card'
import './today-panel.scss'

/** The part of the dashboard where a to-do is handled. */
export type ToDoTarget =
  | 'waiting'
  | 'expired'
  | 'refunds'
  | 'cancel-requests'
  | 'accepted'
  | 'underway'
  | 'goods'
  | 'settings'

interface TodayPanelProps {
  shop: Shop
  read: CallState<'GET /api/shops/:shopId/today'>
  onOpen(target: ToDoTarget): void
}

function wordsOf(
  toDo: ToDo,
  today: Today,
  closedUntil: Day | undefined,
  now: number,
): { title: string; text: string; do: string } {
  switch (toDo) {
    case 'waiting':
      return {
        title: todayWords.waiting.title(today.waiting),
        text: today.expiring
          ? todayWords.waiting.expiring(today.expiring.count, today.expiring.first, now)
          : todayWords.waiting.text(today.oldestWaiting ?? now, now),
        do: todayWords.waiting.do,
      }
    case 'none-waiting':
      return todayWords.noneWaiting
    case 'expired':
      return { ...todayWords.expired, title: todayWords.expired.title(today.expired ?? 0) }
    case 'refunds':
      return { ...todayWords.refunds, title: todayWords.refunds.title(today.openRefunds) }
    case 'cancel-requests':
      return { ...todayWords.cancelRequests, title: todayWords.cancelRequests.title(today.cancelRequests) }
    case 'accepted':
      return { ...todayWords.accepted, title: todayWords.accepted.title(today.accepted) }
    case 'underway':
      return { ...todayWords.underway, title: todayWords.underway.title(today.underway) }
    case 'low-stock':
      return { ...todayWords.lowStock, title: todayWords.lowStock.title(today.lowStock) }
    case 'no-products':
      return todayWords.noProducts
    case 'closed':
      return { ...todayWords.closed, text: todayWords.closed.text(closedUntil, now) }
    case 'key':
      return todayWords.key
    case 'no-place':
      return todayWords.noPlace
    case 'no-phone':
      return todayWords.noPhone
    case 'share':
      return todayWords.share
  }
}

const targetByToDo: Record<Exclude<ToDo, 'share'>, ToDoTarget> = {
  waiting: 'waiting',
  'none-waiting': 'waiting',
  expired: 'expired',
  refunds: 'refunds',
  'cancel-requests': 'cancel-requests',
  accepted: 'accepted',
  underway: 'underway',
  'low-stock': 'goods',
  'no-products': 'goods',
  'no-phone': 'settings',
  key: 'settings',
  'no-place': 'settings',
  closed: 'settings',
}

/** The dashboard's first tab: to-dos, sales, and tiles that open other parts. */
export function TodayPanel({ shop, read, onOpen }: TodayPanelProps) {
  const [sharing, setSharing] = useState(false)
  const { data: today, failure, reload } = read
  const now = Date.now()
  const keySaved = useSavedKeys(({ saved }) => saved[shop.id] === true)
  const skipped = useSkippedPlaces((state) => state.skipped[shop.id] === true)
  const closed = isClosed(shop, dayOf(now))
  const onSkip = () => useSkippedPlaces.getState().skip(shop.id)
  const open = (toDo: ToDo) => (toDo === 'share' ? setSharing(true) : onOpen(targetByToDo[toDo]))
  const shopNow = {
    hasPhone: shop.phone !== undefined,
    keySaved,
    placeDecided: skipped || shop.place !== undefined,
    closed,
  }
  if (!today)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <View className="today-panel">
      {failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
      {today.blocked && <StaleNotice>{todayWords.blocked}</StaleNotice>}
      {listToDos(today, shopNow).map((toDo, i) => {
        const words = wordsOf(toDo, today, shop.closedUntil, now)
        return (
          <ToDoCard
            key={toDo === 'none-waiting' ? 'waiting' : toDo}
            title={words.title}
            text={words.text}
            action={words.do}
            first={i === 0}
            onPress={() => open(toDo)}
            {...(toDo === 'no-place' ? { skip: todayWords.noPlace.skip, onSkip } : {})}
          />
        )
      })}
      <SalesCard today={today} openedAt={shop.openedAt} now={now} />
      <View className="tiles">
        <Tile
          icon="goods"
          title={todayWords.tiles.goods}
          note={todayWords.tiles.goodsCount(today.products, today.lowStock)}
          warn={today.lowStock > 0}
          onPress={() => onOpen('goods')}
        />
        <Tile
          icon="store"
          title={todayWords.tiles.shop}
          note={todayWords.tiles.shopNote}
          onPress={() => go(urlOf('shop', { slug: shop.slug }))}
        />
        <Tile
          icon="share"
          title={todayWords.tiles.share}
          note={todayWords.tiles.shareNote}
          onPress={() => setSharing(true)}
        />
        <Tile
          icon="settings"
          title={todayWords.tiles.settings}
          note={todayWords.tiles.settingsNote}
          onPress={() => onOpen('settings')}
        />
      </View>
      <SoundSwitch />
      {sharing && <ShareSheet shop={shop} onClose={() => setSharing(false)} />}
    </View>
  )
}
