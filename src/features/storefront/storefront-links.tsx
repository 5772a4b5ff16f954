import { Text, View } from '@tarojs/components'
import { storefrontWords } from '@/locales/storefront/storefront'
import { pressable } from '@/platform/a11y/aria'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Icon, type IconName } from '@/ui/icon/icon'
import './storefront-links.scss'

interface StorefrontLinkProps {
  icon: IconName
  children: string
  url: string
}

const StorefrontLink = ({ icon, children, url }: StorefrontLinkProps) => (
  <View className="storefront-end__link" {...pressable(null, () => go(url), { role: 'link' })}>
    <Icon name={icon} size={20} />
    <Text>{children}</Text>
  </View>
)

const OrdersLink = () => (
  <StorefrontLink icon="order" url={urlOf('orders')}>
    {storefrontWords.end.orders}
  </StorefrontLink>
)

/** Sharing a shop; absent in the app of one shop. */
const ShareLink = ({ slug }: { slug: string }) =>
  embeddedShop() ? null : (
    <StorefrontLink icon="share" url={urlOf('share', { slug })}>
      {storefrontWords.end.share}
    </StorefrontLink>
  )

/** The links above a long shop, whose end is far: to finding goods, to the buyer's orders and to sharing the shop. */
export const LongShopLinks = ({ slug }: { slug: string }) => (
  <View className="storefront-end">
    <StorefrontLink icon="search" url={urlOf('findGoods', { slug })}>
      {storefrontWords.find}
    </StorefrontLink>
    <OrdersLink />
    <ShareLink slug={slug} />
  </View>
)

/** Links below a shop to the buyer's orders and, unless the app is of this one shop, to sharing the shop and to the home page. */
export function StorefrontLinks({ shared }: { shared?: string }) {
  return (
    <View className="storefront-end">
      <OrdersLink />
      {shared && <ShareLink slug={shared} />}
      {!embeddedShop() && (
        <StorefrontLink icon="store" url={urlOf('home')}>
          {storefrontWords.end.home}
        </StorefrontLink>
      )}
    </View>
  )
}
