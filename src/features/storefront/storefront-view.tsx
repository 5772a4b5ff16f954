import { Text, View } from '@tarojs/components'
import { type CSSProperties, type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
import { dayOf } from '@/domain/day'
import { themeVariables } from '@/domain/look/theme'
import { isClosed, type Shop } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { aria } from '@/platform/a11y/aria'
import { singlePage } from '@/platform/lifecycle/launch'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { hasPageBelow } from '@/platform/navigation/navigate'
import { LookView } from '@/templates/look-view'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { useIsNearViewport } from '@/ui/long-list/use-is-near-viewport'
import { Page } from '@/ui/page/page'
import { ClosedNotice } from './closed-notice'
import { SinglePageFoot } from './single-page-foot'
import type { StorefrontCart } from './storefront-cart'
import { LongShopLinks, StorefrontLinks } from './storefront-links'
import { type MoreProducts, useMoreProducts } from './use-more-products'
import { useSectionContext } from './use-section-context'
import { useShare } from './use-share'
import type { Storefront } from './use-storefront'
import './more-goods.scss'

/** The number of products from which a shop is long. */
const LONG_SHOP_PRODUCTS = 15

type StorefrontViewProps = PropsWithChildren<{
  storefront: Storefront
  /** The note of a stale shop, above everything else. */
  note: ReactNode
  cart: StorefrontCart
  bar: ReactNode
}>

/** The foot of the page: a closed notice, the way into the shop from WeChat Moments, or the order bar. */
function footOf(shop: Shop, bar: ReactNode): ReactNode {
  if (isClosed(shop, dayOf(serverNow()))) return <ClosedNotice shop={shop} />
  return singlePage ? <SinglePageFoot shop={shop} /> : bar
}

/** A shop in its own look with its products and, once the cart has a line, the order bar. */
export function StorefrontView({ storefront, note, cart, bar, children }: StorefrontViewProps) {
  const { shop, look } = storefront
  const { flash, say } = useFlash()
  const [hasBack] = useState(hasPageBelow)
  const context = useSectionContext(shop, cart, say)
  const goods = useMoreProducts(storefront)
  useShare(shop)
  return (
    <Page
      title={shop.name}
      headed={look.sections.some(({ kind }) => kind === 'shop-head')}
      first={!hasBack}
      wide
      bleed
      style={themeVariables(look.theme) as CSSProperties}
      foot={footOf(shop, bar)}
    >
      {note}
      {storefront.products.length >= LONG_SHOP_PRODUCTS && !singlePage && <LongShopLinks slug={shop.slug} />}
      <LookView
        look={look}
        shop={shop}
        products={goods.products}
        more={goods.more}
        context={context}
        isThemed
      />
      {goods.more && <MoreGoods {...goods} />}
      {/* above the end they would move away, and a long shop opens with as little as possible */}
      {!singlePage && !goods.more && <StorefrontLinks shared={shop.slug} reported={{ shop: shop.id }} />}
      {children}
      {flash}
    </Page>
  )
}

/** Stands below the loaded products while there are more, and loads the next page when scrolled near. */
function MoreGoods({ products, failed, loadMore }: MoreProducts) {
  const { ref, near } = useIsNearViewport(products.length)
  useEffect(() => {
    if (near && !failed) void loadMore()
  }, [near, failed, loadMore])
  return (
    <View ref={ref} className="more-goods" {...aria({ role: 'status' })}>
      {failed ? (
        <Button kind="soft" onPress={() => void loadMore()}>
          {storefrontWords.moreFailed}
        </Button>
      ) : (
        <Text>{storefrontWords.more}</Text>
      )}
    </View>
  )
}
