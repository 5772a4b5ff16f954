import { View } from '@tarojs/components'
import type { RouteReply } from '@/contract/routes'
import { photoPath } from '@/domain/photo'
import { homeWords } from '@/locales/shop/home'
import { assetUrl } from '@/platform/media/assets'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Picture } from '@/ui/picture/picture'
import { HomeRow } from './home-row'

type MyShop = RouteReply<'GET /api/me/shops'>['items'][number]

/** One of the user's shops: its picture, and the number of waiting orders. */
export function MyShopRow({ shop }: { shop: MyShop }) {
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
