import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallState } from '@/api/use-call'
import { dayOf } from '@/domain/day'
import { isResting, type Shop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { todayWords as words } from '@/locales/shop/today'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { ListRow } from '@/ui/row/list-row'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { FirstCard } from './first-card'
import { HintLine } from './hint-line'
import { SalesCard } from './sales-card'
import { ShareSheet } from './share-sheet'
import { isUnsold, listToDos, type ToDo, type Today } from './to-do'
import { type ToDoWords, wordsByToDo } from './to-do-words'
import { useFirstToDo } from './use-first-to-do'
import { type HandleOptions, isRequest, useHandle } from './use-handle'
import './today-panel.scss'

interface TodayPanelProps extends HandleOptions {
  shop: Shop
  /** `turn` counts the times that the owner came back to the panel, or did something. */
  read: CallState<'GET /api/shops/:shopId/today'> & { turn: number }
}

/** The dashboard's first tab: what must be done now, the other to-dos, the sales, and advice. */
export function TodayPanel({ read, ...props }: TodayPanelProps) {
  const { data: today, failure, reload, turn } = read
  if (!today)
    return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <View className="today-panel">
      {failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
      <TodayContent {...props} {...{ today, turn, reload }} />
    </View>
  )
}

interface TodayContentProps extends Omit<TodayPanelProps, 'read'> {
  today: Today
  turn: number
  reload(): Promise<void>
}

/** The most lines below the first card, before the others are unfolded. */
const MAX_LINES = 6

/** With more lines advice waits for a calmer day. */
const MAX_LINES_WITH_HINT = 5

function TodayContent(props: TodayContentProps) {
  const { shop, today, turn } = props
  const [isSharing, setIsSharing] = useState(false)
  const now = serverNow()
  const toDos = listToDos(today, shop)
  const { first, choose } = useFirstToDo(toDos, turn)
  const { handle, busy, error } = useHandle(props)
  const lines = toDos.filter((toDo) => toDo !== first)
  const wordsOf = (toDo: ToDo) => wordsByToDo[toDo]({ today, practiceUntil: shop.practiceUntil, now })
  const share = () => setIsSharing(true)
  const resting = isResting(shop, dayOf(now))
  const isIdle = toDos.length === 0 && first === undefined
  const offersSharing = isIdle && !resting && isUnsold(today)

  function firstCard() {
    if (first && toDos.includes(first)) {
      const { do: action, busy: doing, ...text } = wordsOf(first)
      return <FirstCard {...text} action={action} busy={busy && doing} onPress={() => handle(first)} />
    }
    if (isIdle) {
      const { title, text, unshared } = words.idle
      if (!offersSharing)
        return <FirstCard title={title} text={resting ? words.idle.resting : text} onPress={share} />
      return <FirstCard title={title} text={unshared} action={words.share} onPress={share} />
    }
    const { do: action, ...text } = first ? words.ended : words.news
    const [next] = lines
    return <FirstCard {...text} action={next && action} onPress={() => choose(next)} />
  }

  return (
    <>
      {error && <StaleNotice>{error}</StaleNotice>}
      <View key={first ?? 'none'}>{firstCard()}</View>
      <Lines
        toDos={lines}
        wordsOf={wordsOf}
        onPress={(one) => (isRequest(one) ? choose(one) : handle(one))}
      />
      <GroupBuyRows shop={shop} today={today} now={now} />
      <SalesCard shop={shop} today={today} now={now} />
      <View className="today-panel__links">
        <Button kind="line" size="small" icon="store" onPress={() => go(urlOf('shop', { slug: shop.slug }))}>
          {words.visit}
        </Button>
        {!offersSharing && (
          <Button kind="line" size="small" icon="share" onPress={share}>
            {words.share}
          </Button>
        )}
      </View>
      {lines.length <= MAX_LINES_WITH_HINT && <HintLine shop={shop} today={today} now={now} />}
      {isSharing && <ShareSheet shop={shop} onClose={() => setIsSharing(false)} />}
    </>
  )
}

/** A row for each group buy that is open, fell short, or has entries to hand out. */
function GroupBuyRows({ shop, today: { groupBuys = [] }, now }: { shop: Shop; today: Today; now: number }) {
  if (groupBuys.length === 0) return null
  return (
    <Card flush>
      {groupBuys.map(({ id, state, words: title, endsAt, entries, left = 0 }) => (
        <ListRow
          key={id}
          title={title || words.groupBuy.title}
          value={words.groupBuy[state]({ entries, endsAt, left }, now)}
          onPress={() => go(urlOf('groupBuyOrders', { shop: shop.id, id }))}
        />
      ))}
    </Card>
  )
}

interface LinesProps {
  toDos: readonly ToDo[]
  wordsOf(toDo: ToDo): ToDoWords
  onPress(toDo: ToDo): void
}

/** The to-dos below the first card, each in one line. */
function Lines({ toDos, wordsOf, onPress }: LinesProps) {
  const [isUnfolded, setIsUnfolded] = useState(false)
  if (toDos.length === 0) return null
  const shown = isUnfolded ? toDos : toDos.slice(0, MAX_LINES)
  return (
    <Card flush>
      {shown.map((toDo) => {
        const { title, text, isDeadline, do: action } = wordsOf(toDo)
        const warn = isDeadline ? text : undefined
        // a request is sent by the first card only, which says all of it
        return (
          <ListRow
            key={toDo}
            {...{ title, warn }}
            action={isRequest(toDo) ? words.see : action}
            onPress={() => onPress(toDo)}
          />
        )
      })}
      {shown.length < toDos.length && (
        <ListRow
          title={words.more(toDos.length - MAX_LINES)}
          arrow="down"
          onPress={() => setIsUnfolded(true)}
        />
      )}
    </Card>
  )
}
