import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import type { HandoverKind } from '@/domain/shop/handover'
import { describeFailure } from '@/locales/failure'
import { giveWords as words } from '@/locales/shop/handover'
import { aria } from '@/platform/a11y/aria'
import { goBack } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { OfferedCode } from './offered-code'
import { type MakeOffer, useOffer } from './use-offer'
import '../handover.scss'

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
