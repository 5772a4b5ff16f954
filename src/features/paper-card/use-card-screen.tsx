import { Text, View } from '@tarojs/components'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { ReadCard } from '@/contract/shop/paper-cards'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { type CardPicture, CHOSEN_PICTURES, readCardCode } from '@/domain/shop/paper-card'
import { describeFailure } from '@/locales/failure'
import { useCardWords as words } from '@/locales/shop/paper-card'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { canScanLive } from '@/platform/device/scan'
import { useCodeScan } from '@/platform/device/use-code-scan'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go, restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { CardWait } from './card-wait'
import { PictureChoice } from './picture-choice'
import { TurnToOwner } from './turn-to-owner'
import { type RedeemedShop, readCardStorage, useCard } from './use-card'
import './make-card.scss'

/** The owner's key of the shop; the page supplies the component. */
type KeyRow = ComponentType<{ shopId: Id; shopName: string; slug: string; initialKey?: string | undefined }>

interface UseCardScreenProps {
  /** A code that came with a scanned address. */
  firstCode: string | null
  KeyRow: KeyRow
}

/** Brings a shop to this phone by its paper card: its code, the four pictures, and a wait. */
export function UseCardScreen({ firstCode, KeyRow }: UseCardScreenProps) {
  const use = useCard()
  const { code, card, redeemed, busy, failure } = use
  const [known] = useState(() => firstCode ?? readCardStorage.get())
  const readFirst = useRef(() => known !== null && use.read(known))
  useEffect(() => void readFirst.current(), [])

  const content = () => {
    if (redeemed) return <Redeemed shop={redeemed} KeyRow={KeyRow} />
    if (failure?.code === 'card-used') return <Refused onOther={use.reset} />
    if (failure?.code === 'card-locked') return <Locked until={untilOf(failure)} onOther={use.reset} />
    if (!card)
      return busy && code === known ? <Skeleton /> : <ScanCard {...{ busy, failure, onCode: use.read }} />
    if (card.state === 'locked') return <Locked until={card.until ?? card.now} onOther={use.reset} />
    if (card.state === 'ready')
      return (
        <AnswerForm
          card={card}
          busy={busy === 'judging'}
          failure={failure}
          onAnswer={use.answer}
          onOther={use.reset}
        />
      )
    return (
      <CardWait
        card={card}
        busy={busy !== false}
        failure={failure}
        onRefresh={() => code !== undefined && use.read(code)}
        onRedeem={use.redeem}
      />
    )
  }
  return (
    <Page title={words.title}>
      <View className="make-card">{content()}</View>
    </Page>
  )
}

const untilOf = ({ current }: Failure): number => (current as { until?: number } | undefined)?.until ?? 0

interface ScanCardProps {
  busy: string | boolean
  failure: Failure | undefined
  onCode(code: string): void
}

function ScanCard({ busy, failure, onCode }: ScanCardProps) {
  const { error, scan } = useCodeScan(readCardCode, words, onCode)
  const message = error ?? (failure && describeFailure(failure))
  return (
    <>
      <Text>{words.lead}</Text>
      <Alert className="make-card__failure">{message}</Alert>
      <Button icon={canScanLive ? 'qr' : 'album'} busy={busy !== false && words.reading} onPress={scan}>
        {canScanLive ? words.scan : words.album}
      </Button>
    </>
  )
}

interface AnswerFormProps {
  card: ReadCard
  busy: boolean
  failure: Failure | undefined
  onAnswer(pictures: readonly CardPicture[]): void
  onOther(): void
}

function failureText(failure: Failure): string {
  if (failure.code === 'not-allowed-now') return words.has
  if (failure.code !== 'card-wrong') return describeFailure(failure)
  return words.wrong((failure.current as { tries?: number } | undefined)?.tries ?? 0)
}

/** Asks for the four pictures; wrong ones are cleared. */
function AnswerForm({ card, busy, failure, onAnswer, onOther }: AnswerFormProps) {
  const [chosen, setChosen] = useState<CardPicture[]>([])
  useEffect(() => {
    if (failure?.code === 'card-wrong') setChosen([])
  }, [failure])
  return (
    <>
      <Heading className="make-card__title">{words.shop(card.shopName)}</Heading>
      <TurnToOwner>
        <Text>{words.choose}</Text>
        <Alert className="make-card__failure">{failure && failureText(failure)}</Alert>
        <PictureChoice chosen={chosen} onChange={setChosen} covers />
        <Button
          disabled={chosen.length < CHOSEN_PICTURES}
          busy={busy && words.judging}
          onPress={() => onAnswer(chosen)}
        >
          {words.submit}
        </Button>
      </TurnToOwner>
      <Button kind="line" onPress={onOther}>
        {words.other}
      </Button>
    </>
  )
}

function Locked({ until, onOther }: { until: number; onOther(): void }) {
  const { title, text } = words.locked
  return (
    <Notice icon="clock" title={title} text={text(momentWords(until, serverNow()))}>
      <Button kind="line" onPress={onOther}>
        {words.other}
      </Button>
    </Notice>
  )
}

function Refused({ onOther }: { onOther(): void }) {
  const { title, text } = words.refused
  return (
    <Notice icon="warn" title={title} text={text}>
      <Button kind="line" onPress={onOther}>
        {words.other}
      </Button>
    </Notice>
  )
}

function Redeemed({ shop, KeyRow: Key }: { shop: RedeemedShop; KeyRow: KeyRow }) {
  const { shopId, slug, name, key } = shop
  return (
    <View className="make-card__group" {...aria({ live: 'polite' })}>
      <Heading className="make-card__title">{words.done.title}</Heading>
      <Text>{words.done.text(name)}</Text>
      <Button onPress={() => go(urlOf('makeCard', { shop: shopId }))}>{words.done.card}</Button>
      <Card>
        <Key shopId={shopId} shopName={name} slug={slug} initialKey={key} />
      </Card>
      <Button kind="line" onPress={() => restart(urlOf('merchant', { shop: shopId }))}>
        {words.done.manage}
      </Button>
    </View>
  )
}
