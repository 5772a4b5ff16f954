import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import type { CallState } from '@/api/use-call'
import type { Failure } from '@/domain/failure'
import { homeWords } from '@/locales/shop/home'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { HomePart } from './home-part'
import { MyShopRow } from './my-shop-row'
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
