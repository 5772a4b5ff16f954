import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { PaperCard } from '@/contract/shop/paper-cards'
import { dayOf } from '@/domain/day'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { makeCardWords as words } from '@/locales/shop/paper-card'
import { dayAndYearWords, momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { restart } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'

interface CardStatusProps {
  shopId: Id
  card: PaperCard
  isOwner: boolean
  onReplace(): void
  onEnded(): void
}

/** The card that a shop has: since when, whether it is locked or asks for the shop, and what its owner can do. */
export function CardStatus({ shopId, card, isOwner, onReplace, onEnded }: CardStatusProps) {
  const now = serverNow()
  return (
    <>
      <Card>
        <View className="make-card__group">
          <Heading className="make-card__strong">{words.has}</Heading>
          <Text className="make-card__note">{words.madeAt(dayAndYearWords(dayOf(card.createdAt), now))}</Text>
          {card.lockedUntil !== undefined && <Text>{words.locked(momentWords(card.lockedUntil, now))}</Text>}
          {card.dueAt !== undefined && <Text>{words.requested(momentWords(card.dueAt, now))}</Text>}
        </View>
      </Card>
      {isOwner && <EndCard shopId={shopId} isUrgent={card.dueAt !== undefined} onEnded={onEnded} />}
      <Card>
        <View className="make-card__group">
          <Text>{words.replaceText}</Text>
          <Button kind="soft" onPress={onReplace}>
            {words.replace}
          </Button>
        </View>
      </Card>
      {isOwner && <LeaveShop shopId={shopId} />}
    </>
  )
}

/** Sends a request after a confirmation. */
function useConfirmed(
  request: () => Promise<{ ok: true } | { ok: false; failure: Failure }>,
  onDone: () => void,
) {
  const [isConfirming, setIsConfirming] = useState(false)
  const { busy, failure, send } = useRequest()
  const run = async () => {
    const result = await send(request)
    if (result) setIsConfirming(false)
    if (result?.ok) onDone()
  }
  return {
    isConfirming,
    ask: () => setIsConfirming(true),
    close: () => setIsConfirming(false),
    busy,
    failure,
    run: () => void run(),
  }
}

/** Ends the card: at once when somebody asks for the shop with it, else after a confirmation. */
function EndCard({ shopId, isUrgent, onEnded }: { shopId: Id; isUrgent: boolean; onEnded(): void }) {
  const ending = useConfirmed(
    () =>
      call<'DELETE /api/shops/:shopId/paper-card'>('DELETE /api/shops/:shopId/paper-card', {
        params: { shopId },
      }),
    onEnded,
  )
  return (
    <>
      <Alert className="make-card__failure">{ending.failure && describeFailure(ending.failure)}</Alert>
      <Button
        kind={isUrgent ? 'main' : 'line'}
        busy={isUrgent && ending.busy && words.ending}
        onPress={isUrgent ? ending.run : ending.ask}
      >
        {words.end}
      </Button>
      {ending.isConfirming && (
        <AskSheet
          title={words.endAsk}
          text={words.endText}
          no={words.endNo}
          yes={words.endYes}
          busy={ending.busy && words.ending}
          onNo={ending.close}
          onYes={ending.run}
        />
      )}
    </>
  )
}

/** Gives the shop back to its card, for owners who use a phone of the centre. */
function LeaveShop({ shopId }: { shopId: Id }) {
  const leaving = useConfirmed(
    () =>
      call<'DELETE /api/shops/:shopId/owners/me'>('DELETE /api/shops/:shopId/owners/me', {
        params: { shopId },
      }),
    () => restart(urlOf('home')),
  )
  return (
    <Card>
      <View className="make-card__group">
        <Text>{words.leaveText}</Text>
        <Alert className="make-card__failure">
          {leaving.failure &&
            (leaving.failure.code === 'not-allowed-now'
              ? words.leaveRefused
              : describeFailure(leaving.failure))}
        </Alert>
        <Button kind="line" onPress={leaving.ask}>
          {words.leave}
        </Button>
        {leaving.isConfirming && (
          <AskSheet
            title={words.leaveAsk}
            text={words.leaveWarn}
            no={words.leaveNo}
            yes={words.leaveYes}
            busy={leaving.busy && words.leaving}
            onNo={leaving.close}
            onYes={leaving.run}
          />
        )}
      </View>
    </Card>
  )
}
