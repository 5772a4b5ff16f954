import { View } from '@tarojs/components'
import { storefrontWords } from '@/locales/storefront/storefront'
import { pressable } from '@/platform/a11y/aria'
import { dial } from '@/platform/device/dial'
import { singlePage } from '@/platform/lifecycle/launch'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Icon } from '@/ui/icon/icon'
import type { Storefront } from './use-storefront'
import './shop-tools.scss'

/** The number of products from which they can be searched. */
const SEARCHABLE_PRODUCTS = 8

const isSearchable = ({ products }: Storefront) => products.length >= SEARCHABLE_PRODUCTS

/** True if a shop has a tool. A page in WeChat Moments can neither open pages nor call. */
export const hasShopTools = (storefront: Storefront): boolean =>
  !singlePage && (isSearchable(storefront) || Boolean(storefront.shop.phone))

/** Round buttons to find goods and to call the shop: over the head of a look that begins with one, else above the look. */
export function ShopTools({ storefront }: { storefront: Storefront }) {
  const { slug, phone } = storefront.shop
  return (
    <View className="shop-tools">
      {isSearchable(storefront) && (
        <View
          className="shop-tools__tool"
          {...pressable(storefrontWords.find, () => go(urlOf('findGoods', { slug })), { role: 'link' })}
        >
          <Icon name="search" size={22} />
        </View>
      )}
      {phone && (
        <View className="shop-tools__tool" {...pressable(storefrontWords.callShop, () => dial(phone))}>
          <Icon name="phone" size={22} />
        </View>
      )}
    </View>
  )
}
