import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallState } from '@/api/use-call'
import { type Day, dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import { isResting, type ManagedShop, type Shop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { todayWords } from '@/locales/shop/today'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { useSkippedPlaces } from '@/platform/storage/skipped-places'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { PaperCardNotice } from './paper-card-notice'
import { PracticeCard } from './practice-card'
import { SalesCard } from './sales-card'
import { ShareSheet } from './share-sheet'
import { useSkippedAlerts } from './skipped-alerts'
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
  | 'low-stock'
  | 'settings'

interface TodayPanelProps {
  shop: Shop
  read: CallState<'GET /api/shops/:shopId/today'>
  onOpen(target: ToDoTarget): void
  onOrder(orderId: Id): void
  /** The practice shop has become real. */
  onReal(shop: ManagedShop): void
}

interface ToDoFacts {
  today: Today
  closedUntil: Day | undefined
  now: number
}

interface ToDoWords {
  title: string
  text: string
  do: string
}

const {
  waiting,
  expired,
  refunds,
  failedRefunds,
  refusedRefunds,
  missingWaybills,
  cancelRequests,
  changeRequests,
  accepted,
  underway,
  lowStock,
  closed,
} = todayWords

/** Says until when to answer, where silence decides. */
const textUntil = ({ answerBy }: Today, now: number) =>
  answerBy === undefined ? {} : { text: todayWords.answerBy(answerBy, now) }

const wordsByToDo: Record<ToDo, (facts: ToDoFacts) => ToDoWords> = {
  waiting: ({ today, now }) => ({
    title: waiting.title(today.waiting),
    text: today.expiring
      ? waiting.expiring(today.expiring.count, today.expiring.first, now)
      : waiting.text(today.oldestWaiting ?? now, now),
    do: waiting.do,
  }),
  'none-waiting': () => todayWords.noneWaiting,
  expired: ({ today }) => ({ ...expired, title: expired.title(today.expired ?? 0) }),
  refunds: ({ today, now }) => ({
    ...refunds,
    title: refunds.title(today.openRefunds),
    ...textUntil(today, now),
  }),
  'failed-refunds': ({ today }) => ({
    ...failedRefunds,
    title: failedRefunds.title(today.failedRefunds?.count ?? 0),
  }),
  'refused-refunds': ({ today }) => ({
    ...refusedRefunds,
    title: refusedRefunds.title(today.refusedRefunds?.count ?? 0),
  }),
  'missing-waybills': ({ today }) => ({
    ...missingWaybills,
    title: missingWaybills.title(today.missingWaybills?.count ?? 0),
  }),
  application: ({ today }) => todayWords.application[today.application ?? 'signing'],
  'failed-payout': () => todayWords.failedPayout,
  'cancel-requests': ({ today, now }) => ({
    ...cancelRequests,
    title: cancelRequests.title(today.cancelRequests),
    ...textUntil(today, now),
  }),
  'change-requests': ({ today }) => ({
    ...changeRequests,
    title: changeRequests.title(today.changeRequests?.count ?? 0),
  }),
  accepted: ({ today }) => ({ ...accepted, title: accepted.title(today.accepted) }),
  underway: ({ today }) => ({ ...underway, title: underway.title(today.underway) }),
  'low-stock': ({ today }) => ({ ...lowStock, title: lowStock.title(today.lowStock) }),
  'no-products': () => todayWords.noProducts,
  closed: ({ closedUntil, now }) => ({ ...closed, text: closed.text(closedUntil, now) }),
  key: () => todayWords.key,
  'no-place': () => todayWords.noPlace,
  'no-phone': () => todayWords.noPhone,
  'no-alerts': () => todayWords.noAlerts,
  'few-alerts': ({ today }) => ({
    ...todayWords.fewAlerts,
    title: todayWords.fewAlerts.title(today.remainingAlerts ?? 0),
  }),
  share: () => todayWords.share,
}

/** To-dos that open a page or a sheet of their own. */
type OwnPage =
  | ('share' | 'failed-refunds' | 'refused-refunds' | 'missing-waybills')
  | ('change-requests' | 'application' | 'failed-payout' | 'no-alerts' | 'few-alerts')

const targetByToDo: Record<Exclude<ToDo, OwnPage>, ToDoTarget> = {
  waiting: 'waiting',
  'none-waiting': 'waiting',
  expired: 'expired',
  refunds: 'refunds',
  'cancel-requests': 'cancel-requests',
  accepted: 'accepted',
  underway: 'underway',
  'low-stock': 'low-stock',
  'no-products': 'goods',
  'no-phone': 'settings',
  key: 'settings',
  'no-place': 'settings',
  closed: 'settings',
}

/** The dashboard's first tab: to-dos, sales, and tiles that open other parts. */
export function TodayPanel({ shop, read, onOpen, onOrder, onReal }: TodayPanelProps) {
  const [sharing, setSharing] = useState(false)
  const { data: today, failure, reload } = read
  const now = serverNow()
  const share = () => setSharing(true)
  if (!today)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <View className="today-panel">
      {failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
      {today.blocked && <StaleNotice>{todayWords.blocked}</StaleNotice>}
      {shop.closedAt !== undefined && (
        <ToDoCard
          title={todayWords.shopClosed.title}
          text={todayWords.shopClosed.text}
          action={todayWords.shopClosed.do}
          first
          onPress={() => go(urlOf('closing', { shop: shop.id }))}
        />
      )}
      {shop.practiceUntil !== undefined && (
        <PracticeCard shopId={shop.id} practiceUntil={shop.practiceUntil} onReal={onReal} />
      )}
      {today.paperCard && (
        <PaperCardNotice shopId={shop.id} card={today.paperCard} now={now} onVetoed={() => void reload()} />
      )}
      <ToDoCards {...{ shop, today, now, onOpen, onOrder }} onShare={share} />
      <SalesCard today={today} openedAt={shop.openedAt} now={now} />
      <Button kind="soft" icon="money" onPress={() => go(urlOf('money', { shop: shop.id }))}>
        {todayWords.money}
      </Button>
      <Tiles shop={shop} today={today} onOpen={onOpen} onShare={share} />
      <Button kind="line" icon="speaker" onPress={() => go(urlOf('alerts'))}>
        {todayWords.alerts}
      </Button>
      {sharing && <ShareSheet shop={shop} onClose={() => setSharing(false)} />}
    </View>
  )
}

interface PartProps {
  shop: Shop
  today: Today
  onOpen(target: ToDoTarget): void
  onShare(): void
}

type ToDoCardsProps = PartProps & Pick<TodayPanelProps, 'onOrder'> & { now: number }

function ToDoCards({ shop, today, now, onOpen, onOrder, onShare }: ToDoCardsProps) {
  const keySaved = useSavedKeys(({ saved }) => saved[shop.id] === true)
  const skipped = useSkippedPlaces((state) => state.skipped[shop.id] === true)
  const openOrder = (about: { orderId: Id } | undefined) => about && onOrder(about.orderId)
  const press = (toDo: ToDo) => {
    if (toDo === 'share') return onShare()
    if (toDo === 'failed-refunds') return openOrder(today.failedRefunds)
    if (toDo === 'refused-refunds') return openOrder(today.refusedRefunds)
    if (toDo === 'missing-waybills') return openOrder(today.missingWaybills)
    if (toDo === 'change-requests') return openOrder(today.changeRequests)
    if (toDo === 'no-alerts' || toDo === 'few-alerts') return go(urlOf('alerts'))
    if (toDo === 'application') return go(urlOf('payments', { shop: shop.id }))
    if (toDo === 'failed-payout') return go(urlOf('money', { shop: shop.id }))
    onOpen(targetByToDo[toDo])
  }
  const alertsSkipped = useSkippedAlerts((state) => state.isSkipped)
  const skips: Partial<Record<ToDo, { skip: string; onSkip(): void }>> = {
    'no-place': {
      skip: todayWords.noPlace.skip,
      onSkip: () => useSkippedPlaces.getState().skip(shop.id),
    },
    'no-alerts': { skip: todayWords.noAlerts.skip, onSkip: () => useSkippedAlerts.getState().skip() },
  }
  const toDos = listToDos(today, {
    hasPhone: shop.phone !== undefined,
    keySaved,
    placeDecided: skipped || shop.place !== undefined,
    closed: isResting(shop, dayOf(now)),
    alertsSkipped,
    isPractice: shop.practiceUntil !== undefined,
  })
  return (
    <>
      {toDos.map((toDo, i) => {
        const words = wordsByToDo[toDo]({ today, closedUntil: shop.closedUntil, now })
        return (
          <ToDoCard
            key={toDo === 'none-waiting' ? 'waiting' : toDo}
            title={words.title}
            text={words.text}
            action={words.do}
            first={i === 0}
            onPress={() => press(toDo)}
            {...skips[toDo]}
          />
        )
      })}
    </>
  )
}

function Tiles({ shop, today, onOpen, onShare }: PartProps) {
  const words = todayWords.tiles
  return (
    <View className="tiles">
      <Tile
        icon="goods"
        title={words.goods}
        note={words.goodsCount(today.products, today.lowStock)}
        warn={today.lowStock > 0}
        onPress={() => onOpen('goods')}
      />
      <Tile
        icon="store"
        title={words.shop}
        note={words.shopNote}
        onPress={() => go(urlOf('shop', { slug: shop.slug }))}
      />
      <Tile icon="share" title={words.share} note={words.shareNote} onPress={onShare} />
      <Tile
        icon="settings"
        title={words.settings}
        note={words.settingsNote}
        onPress={() => onOpen('settings')}
      />
    </View>
  )
}
