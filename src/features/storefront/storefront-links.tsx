import { Text, View } from '@tarojs/components'
import { storefrontWords } from '@/locales/storefront'
import { pressable } from '@/platform/a11y/aria'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Icon } from '@/ui/icon/icon'
import './storefront-links.scss'

/** Links below a shop to the buyer's orders, to sharing a shop and, unless the app is of this one shop, to the home page. */
export function StorefrontLinks({ shared }: { shared?: string }) {
  const { orders, share, home } = storefrontWords.end
  return (
    <View className="storefront-end">
      <View
        className="storefront-end__link"
        {...pressable(orders, () => go(urlOf('orders')), { role: 'link' })}
      >
        <Icon name="order" size={20} />
        <Text>{orders}</Text>
      </View>
      {shared && (
        <View
          className="storefront-end__link"
          {...pressable(share, () => go(urlOf('share', { slug: shared })), { role: 'link' })}
        >
          <Icon name="share" size={20} />
          <Text>{share}</Text>
        </View>
      )}
      {!embeddedShop() && (
        <View
          className="storefront-end__link"
          {...pressable(home, () => go(urlOf('home')), { role: 'link' })}
        >
          <Icon name="store" size={20} />
          <Text>{home}</Text>
        </View>
      )}
    </View>
  )
}
