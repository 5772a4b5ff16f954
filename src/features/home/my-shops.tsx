import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useRef } from 'react'
import type { CallState } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import { photoPath } from '@/domain/photo'
import { homeWords } from '@/locales/shop/home'
import { aria } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Picture } from '@/ui/picture/picture'
import { Heading } from '@/ui/text/heading'
import { HomeRow } from './home-row'
import './my-shops.scss'

/** Lists the user's shops; renders nothing if there are none. */
export function MyShops({ read }: { read: CallState<'GET /api/me/shops'> }) {
  const { data, failure, reload } = read
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) void reload()
    shownBefore.current = true
  })
  if (data?.items.length === 0) return null
  if (data)
    return (
      <HomePart title={homeWords.myShops}>
        {data.items.map((shop) => (
          <MyShopRow key={shop.id} shop={shop} />
        ))}
      </HomePart>
    )
  return failure ? <ShopsFailed failure={failure} onRetry={() => void reload()} /> : null
}

/** Says that the list could not be read; the rest of the page works without the server. */
function ShopsFailed({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const isOffline = failure.code === 'offline' || failure.code === 'timeout'
  return (
    <Card>
      <View className="my-shops__failed" {...aria({ role: 'status' })}>
        <Text className="my-shops__said">{isOffline ? homeWords.shopsOffline : homeWords.shopsFailed}</Text>
        <Button kind="soft" size="small" onPress={onRetry}>
          {homeWords.retry}
        </Button>
      </View>
    </Card>
  )
}

type MyShop = RouteReply<'GET /api/me/shops'>['items'][number]

/** One of the user's shops: its picture, and the number of waiting orders. */
function MyShopRow({ shop }: { shop: MyShop }) {
  const { id, name, photo, trade, waiting } = shop
  return (
    <HomeRow
      lead={
        <View className="home-row__picture">
          <Picture src={photo && assetUrl(photoPath(photo.hash, 375))} art={trade} alt="" ratio={1} rounded />
        </View>
      }
      title={name}
      text={waiting > 0 ? homeWords.waiting(waiting) : homeWords.quiet}
      urgent={waiting > 0}
      onPress={() => go(urlOf('merchant', { shop: id }))}
    />
  )
}

/** A titled card of rows. */
function HomePart({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="home-part">
      <Heading className="home-part__title">{title}</Heading>
      <Card flush>{children}</Card>
    </View>
  )
}
