import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { type CardPicture, CHOSEN_PICTURES } from '@/domain/shop/paper-card'
import { describeFailure } from '@/locales/failure'
import { makeCardWords as words } from '@/locales/shop/paper-card'
import { newId } from '@/platform/device/new-id'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { CardStatus } from './card-status'
import { FinishedCard } from './finished-card'
import { PictureChoice } from './picture-choice'
import { TurnToOwner } from './turn-to-owner'
import './make-card.scss'

/** Makes the card of a shop. A retry with the same pictures sends the same id, so that a lost answer makes no second card. */
function useMakeCard(shopId: Id) {
  const [code, setCode] = useState<string>()
  const { busy, failure, send } = useRequest()
  const last = useRef<{ id: Id; pictures: string }>()

  async function make(pictures: readonly CardPicture[]) {
    const chosen = pictures.join()
    if (last.current?.pictures !== chosen) last.current = { id: newId(), pictures: chosen }
    const params = { shopId, cardId: last.current.id }
    const body = { pictures: [...pictures] }
    const reply = await send(() => call('PUT /api/shops/:shopId/paper-cards/:cardId', { params, body }))
    if (reply?.ok) setCode(reply.data.code)
  }

  return { make: (pictures: readonly CardPicture[]) => void make(pictures), code, busy, failure }
}

/** The paper card of a shop: its state, making one, and printing it. */
export function MakeCardScreen({ shopId }: { shopId: Id }) {
  const params = { shopId }
  const shop = useCall('GET /api/shops/:shopId', { params })
  const read = useCall('GET /api/shops/:shopId/paper-card', { params })
  const { make, code, busy, failure } = useMakeCard(shopId)
  const [isReplacing, setIsReplacing] = useState(false)
  useReturnToPage(() => void read.reload())
  const reload = () => {
    void shop.reload()
    void read.reload()
  }

  const content = () => {
    const failed = shop.failure ?? read.failure
    if (!shop.data || !read.data)
      return failed ? <ManagedShopFailure failure={failed} onRetry={reload} /> : <Skeleton />
    if (code !== undefined) return <FinishedCard shopName={shop.data.shop.name} code={code} />
    const { card } = read.data
    const isOwner = shop.data.help === undefined
    if (card && !isReplacing)
      return (
        <CardStatus
          shopId={shopId}
          card={card}
          // only an owner may end the card, or give the shop back to it
          isOwner={isOwner}
          onReplace={() => setIsReplacing(true)}
          onEnded={() => void read.reload()}
        />
      )
    const choice = <ChoosePictures busy={busy} onChosen={make} />
    return (
      <>
        {!card && <Text>{words.lead}</Text>}
        <Alert className="make-card__failure">{failure && describeFailure(failure)}</Alert>
        {isOwner ? choice : <TurnToOwner>{choice}</TurnToOwner>}
      </>
    )
  }
  return (
    <Page title={words.title}>
      <View className="make-card">{content()}</View>
    </Page>
  )
}

interface ChoosePicturesProps {
  busy: boolean
  onChosen(pictures: readonly CardPicture[]): void
}

/** Chooses the pictures of a new card twice, so that their owner has remembered them. */
function ChoosePictures({ busy, onChosen }: ChoosePicturesProps) {
  const [first, setFirst] = useState<readonly CardPicture[]>([])
  const [isChecking, setIsChecking] = useState(false)
  const [second, setSecond] = useState<readonly CardPicture[]>([])
  const isWrong = second.length === CHOSEN_PICTURES && second.join() !== first.join()
  const chosen = isChecking ? second : first
  const restart = () => {
    setFirst([])
    setSecond([])
    setIsChecking(false)
  }
  return (
    <View className="make-card">
      <Heading className="make-card__title">{isChecking ? words.check : words.choose}</Heading>
      <Status>{isWrong ? words.wrong : words.chooseText}</Status>
      <PictureChoice
        key={isChecking ? 'check' : 'choose'}
        chosen={chosen}
        covers={isChecking}
        onChange={isChecking ? setSecond : setFirst}
      />
      {isChecking ? (
        <Button
          disabled={second.length < CHOSEN_PICTURES || isWrong}
          busy={busy && words.making}
          onPress={() => onChosen(first)}
        >
          {words.make}
        </Button>
      ) : (
        <Button disabled={first.length < CHOSEN_PICTURES} onPress={() => setIsChecking(true)}>
          {words.check}
        </Button>
      )}
      {isChecking && (
        <Button kind="line" disabled={busy} onPress={restart}>
          {words.again}
        </Button>
      )}
    </View>
  )
}
