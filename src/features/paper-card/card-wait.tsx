import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { ReadCard } from '@/contract/shop/paper-cards'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { useCardWords as words } from '@/locales/shop/paper-card'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { useRemaining } from '@/platform/lifecycle/use-remaining'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Alert } from '@/ui/text/alert'

const MINUTE_MS = 60_000

interface CardWaitProps {
  card: ReadCard
  busy: boolean
  failure: Failure | undefined
  /** Asks whether a phone has vetoed meanwhile. */
  onRefresh(): void
  onRedeem(): void
}

/** The wait after the right pictures, which another phone of the shop may end, and the button that takes the shop afterwards. */
export function CardWait({ card, busy, failure, onRefresh, onRedeem }: CardWaitProps) {
  const { until = card.now, now } = card
  const deadline = useMemo(() => ({ until, now }), [until, now])
  const remaining = useRemaining(deadline) ?? 0
  const isDue = card.state === 'due' || remaining === 0
  usePolling(onRefresh, MINUTE_MS, !isDue)
  const minutes = Math.ceil(remaining / MINUTE_MS)
  const message = failure && <Alert className="make-card__failure">{describeFailure(failure)}</Alert>
  if (isDue)
    return (
      <Notice icon="store" title={words.due.title} text={words.due.text}>
        {message}
        <Button busy={busy && words.due.taking} onPress={onRedeem}>
          {words.due.take}
        </Button>
      </Notice>
    )
  return (
    <Notice
      icon="clock"
      title={words.waiting.title}
      text={words.waiting.text(momentWords(serverNow() + remaining, serverNow()))}
    >
      <View className="make-card__group">
        {message}
        <Text className="make-card__strong">
          {words.waiting.left(Math.floor(minutes / 60), minutes % 60)}
        </Text>
        <Text className="make-card__note">{words.waiting.later}</Text>
      </View>
    </Notice>
  )
}
