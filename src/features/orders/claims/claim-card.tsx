import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Claim } from '@/domain/order/claim'
import { photoPath } from '@/domain/photo'
import { claimWords as words } from '@/locales/order/claims'
import { ordersWords } from '@/locales/order/orders'
import { agoWords, momentWords } from '@/locales/time'
import { aria, pressable } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { assetUrl } from '@/platform/media/assets'
import { usePhotoViewer } from '@/platform/media/photo-viewer'
import { Card } from '@/ui/card/card'
import { OrderLines } from '@/ui/order-lines/order-lines'
import { Picture } from '@/ui/picture/picture'
import { CardTitle } from '../page/card-title'
import type { OrderView } from '../page/order-view'
import './claims.scss'

type ClaimCardProps = PropsWithChildren<{
  view: OrderView
  claim: Claim
  /** The claim is not over. */
  isOpen?: boolean
}>

/** A claim: what is wrong with which goods, photos, what was said, and until when it has to be answered. */
export function ClaimCard({ view, claim, isOpen = false, children }: ClaimCardProps) {
  const { order, role, shop } = view
  const now = serverNow()
  const title = role === 'buyer' ? words.mine : words.theirs
  const goods = claim.goods.flatMap(({ line, quantity }) => {
    const ordered = order.lines[line]
    return ordered ? [{ ...ordered, quantity }] : []
  })
  const silence =
    isOpen && order.answerBy !== undefined
      ? words.silence(order.afterSale, role, momentWords(order.answerBy, now))
      : undefined
  return (
    <Card>
      <View className="claim">
        <CardTitle>{isOpen ? title : words.before}</CardTitle>
        {isOpen && role === 'buyer' && (
          <Text className="claim__next">{ordersWords.next.buyer(order, shop.phone !== undefined)}</Text>
        )}
        <Text className="claim__what">{words.what(claim)}</Text>
        {claim.text && <Text className="claim__text">{claim.text}</Text>}
        {goods.length > 0 && <OrderLines lines={goods} trade={shop.trade} />}
        <ClaimPhotos photos={claim.photos} trade={shop.trade} />
        {claim.granted !== undefined && (
          <Text className="claim__what">{words.granted(claim.granted, claim.state)}</Text>
        )}
        <Statements view={view} claim={claim} />
        <Text className="claim__when">
          {[isOpen ? undefined : words.ended[claim.state], agoWords(claim.at, now)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {silence && <Text className="claim__silence">{silence}</Text>}
        {children}
      </View>
    </Card>
  )
}

/** The notes of both sides to their steps since the claim was made, up to the next claim. */
function Statements({ view: { order, claims = [] }, claim }: Pick<ClaimCardProps, 'view' | 'claim'>) {
  const until = claims.find(({ at }) => at > claim.at)?.at ?? Number.POSITIVE_INFINITY
  return order.history
    .filter(({ at }) => at >= claim.at && at < until)
    .map(
      ({ by, note, at }) =>
        note &&
        (by === 'owner' || by === 'buyer') && (
          <Text key={at} className="claim__text">
            {words.said(by, note)}
          </Text>
        ),
    )
}

function ClaimPhotos({ photos, trade }: Pick<Claim, 'photos'> & Pick<OrderView['shop'], 'trade'>) {
  const urls = photos.map(({ hash }) => assetUrl(photoPath(hash, 1200)))
  const viewer = usePhotoViewer(urls, words.photos, words.viewer)
  if (photos.length === 0) return null
  return (
    <View className="claim__photos" {...aria({ role: 'group', label: words.photos })}>
      {photos.map(({ id, hash }, at) => (
        <View
          key={id}
          className="claim__photo"
          {...pressable(words.openPhoto(at + 1), () => viewer.open(at))}
        >
          <Picture src={assetUrl(photoPath(hash, 375))} art={trade} alt="" ratio={1} rounded lazy />
        </View>
      ))}
      {viewer.view}
    </View>
  )
}
