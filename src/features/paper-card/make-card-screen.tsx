import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { makeCardWords as words } from '@/locales/shop/paper-card'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { CardStatus } from './card-status'
import { ChoosePictures } from './choose-pictures'
import { FinishedCard } from './finished-card'
import { TurnToOwner } from './turn-to-owner'
import { useMakeCard } from './use-make-card'
import './make-card.scss'

/** The paper card of a shop: its state, making one, and printing it. */
export function MakeCardScreen({ shopId }: { shopId: Id }) {
  const params = { shopId }
  const shop = useCall<'GET /api/shops/:shopId'>('GET /api/shops/:shopId', { params })
  const read = useCall<'GET /api/shops/:shopId/paper-card'>('GET /api/shops/:shopId/paper-card', { params })
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
