import { GONE } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { singlePage } from '@/platform/lifecycle/launch'
import { go, restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

interface ShopNotFoundProps {
  /** The HTTP status of the failure. */
  status?: number | undefined
  /** The buyer has chosen goods of the shop. */
  hasCart?: boolean
}

/** The notice for an address without a shop, or of one that was closed for good. */
export function ShopNotFound({ status, hasCart = false }: ShopNotFoundProps) {
  const { title, text, withCart, home, closed } = storefrontWords.gone
  const isClosed = status === GONE
  return (
    <Notice icon="store" {...(isClosed ? closed : { title, text: hasCart ? withCart : text })}>
      {(isClosed || hasCart) && !singlePage && (
        <Button kind="soft" icon="order" onPress={() => go(urlOf('orders'))}>
          {storefrontWords.end.orders}
        </Button>
      )}
      {/* the home of a shop's own app is this shop again */}
      {!singlePage && !embeddedShop() && (
        <Button kind="soft" onPress={() => restart(urlOf('home'))}>
          {home}
        </Button>
      )}
    </Notice>
  )
}
