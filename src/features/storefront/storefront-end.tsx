import { Text, View } from '@tarojs/components'
import { carried } from '@/platform/carried'
import { go } from '@/platform/navigate'
import { pressable } from '@/platform/pressable'
import { urlOf } from '@/routes'
import { Icon } from '@/ui/icon/icon'
import { storefrontWords } from '@/words/zh/storefront'
import './storefront-end.scss'

/** Below a shop: what a buyer may look for who came by a link, and the front door, where that is another. */
export function StorefrontEnd() {
  const { orders, home } = storefrontWords.end
  return (
    <View className="storefront-end">
      <View
        className="storefront-end__link"
        {...pressable(orders, () => go(urlOf('orders')), { role: 'link' })}
      >
        <Icon name="order" size={20} />
        <Text>{orders}</Text>
      </View>
      {!carried() && (
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
