import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import { type HandoverKind, takeOverLink } from '@/domain/shop/handover'
import { describeFailure } from '@/locales/failure'
import { giveWords as words } from '@/locales/shop/handover'
import { aria } from '@/platform/a11y/aria'
import { goBack } from '@/platform/navigation/navigate'
import { webOrigin } from '@/platform/network/web-origin'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Qr } from '@/ui/qr/qr'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { type MakeOffer, type Offer, useOffer } from './use-offer'
import '../handover.scss'
import './offered-code.scss'

interface GiveScreenProps {
  kind: HandoverKind
  make: MakeOffer
  /** Shown when there is nothing to give. */
  missing: ReactNode
  /** Shown when a draft was taken, and the time of its code has passed without the other phone having stored it. */
  late?: ReactNode
  /** The other phone has taken it; a draft is stored there. */
  onDone?(): void
  /** Other actions, shown while the code waits. */
  others?: ReactNode
  /** The next actions, shown when the handover is done. */
  next: ReactNode
}

/** Shows a code by which another phone takes a shop, a draft, or an hour of help. */
export function GiveScreen({ kind, make, missing, late, onDone, others, next }: GiveScreenProps) {
  const { offer, failure, state, remaining = 0, again, ending } = useOffer(make)
  const isDone = state === (kind === 'draft' ? 'received' : 'taken')
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (isDone) done.current?.()
  }, [isDone])

  return (
    <Page title={words.titles[kind]}>
      <View className="handover">
        {failure &&
          (failure.code === 'not-found' ? missing : <FailureNotice failure={failure} onRetry={again} />)}
        {!failure && state === 'making' && <Skeleton />}
        {state === 'open' && offer && (
          <>
            <Text>{words.lead[kind]}</Text>
            <OfferedCode offer={offer} remaining={remaining} />
            {others}
            <Alert className="handover__failure">
              {ending.failure && words.endFailed(describeFailure(ending.failure))}
            </Alert>
            <Button kind="line" busy={ending.busy && words.ending} onPress={() => ending.end(() => goBack())}>
              {words.back}
            </Button>
          </>
        )}
        {state === 'expired' && (
          <Notice icon="clock" title={words.expired.title} text={words.expired.text}>
            <Button onPress={again}>{words.expired.again}</Button>
          </Notice>
        )}
        {state === 'taken' &&
          !isDone &&
          (remaining > 0 ? (
            <Notice icon="share" title={words.moving.title} text={words.moving.text} />
          ) : (
            late
          ))}
        {isDone && (
          <View {...aria({ live: 'polite' })}>
            <Notice icon="check" title={words.done[kind].title} text={words.done[kind].text}>
              {next}
            </Notice>
          </View>
        )}
      </View>
    </Page>
  )
}

/** A code as a QR code and as digits to read out, and how long it works. */
function OfferedCode({ offer, remaining }: { offer: Offer; remaining: number }) {
  const { letters } = offer
  const digits = offer.digits + offer.moreDigits
  return (
    <Card>
      <View className="offered-code">
        <Qr text={takeOverLink(webOrigin(), letters)} label={words.qr} size={208} />
        <Text className="offered-code__name">{words.digits}</Text>
        <View className="offered-code__digits" {...aria({ role: 'img', label: words.digitsLabel(digits) })}>
          <Text>{digits.slice(0, 4)}</Text>
          <Text>{digits.slice(4)}</Text>
        </View>
        <Text className="offered-code__left" {...aria({ role: 'timer' })}>
          {words.left(remaining)}
        </Text>
      </View>
    </Card>
  )
}
