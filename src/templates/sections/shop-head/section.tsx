import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { Picture } from '@/ui/picture/picture'
import type { SectionProps } from '../../section'
import type { ShopHeadSettings } from './settings'
import './section.scss'

/** The shop's name and place beside or below the photo of its first product; the signboard form has no photo. */
export function ShopHead({ settings, shop, products, context }: SectionProps<ShopHeadSettings>) {
  const photo = products.find((product) => product.onSale && product.photos[0])?.photos[0]
  const large = settings.form === 'photo'
  return (
    <View className={`look__section shop-head shop-head--${settings.form} shop-head--${settings.pattern}`}>
      <View className="shop-head__inner">
        {settings.form !== 'sign' && (
          <View className="shop-head__picture">
            <Picture
              src={photo && context.photoUrl(photo, large ? 750 : 375)}
              art={shop.trade}
              alt=""
              ratio={large ? 0.62 : 1}
            />
          </View>
        )}
        <View className="shop-head__words">
          <View className="shop-head__name" {...(context.isInert ? {} : heading(1))}>
            <Text>{shop.name}</Text>
          </View>
          {shop.place && (
            <View className="shop-head__place">
              <Icon name="location" size={18} />
              <Text className="shop-head__place-words">{shop.place}</Text>
            </View>
          )}
        </View>
      </View>
    </View>
  )
}
