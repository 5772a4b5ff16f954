import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
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

interface StorefrontLinksProps {
  /** The slug of the shop that can be shared. */
  shared?: string
  /** The shop, or its product, that can be reported; absent until it is known. */
  reported: { shop: Id; product?: Id } | undefined
}

/**
 * Links below a shop to the buyer's orders and to reporting it and, unless the app is of this one shop, to sharing the shop and to the home
 * page.
 */
export function StorefrontLinks({ shared, reported }: StorefrontLinksProps) {
  return (
    <View className="storefront-end">
      <OrdersLink />
      {shared && <ShareLink slug={shared} />}
      {!embeddedShop() && (
        <StorefrontLink icon="store" url={urlOf('home')}>
          {storefrontWords.end.home}
        </StorefrontLink>
      )}
      {reported && (
        <StorefrontLink icon="warn" url={urlOf('report', reported)}>
          {storefrontWords.end.report}
        </StorefrontLink>
      )}
    </View>
  )
}
