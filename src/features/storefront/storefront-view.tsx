import { Text, View } from '@tarojs/components'
import {
  type CSSProperties,
  type PropsWithChildren,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { dayOf } from '@/domain/day'
import { themeVariables } from '@/domain/look/theme'
import { isClosed, type Shop } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { aria } from '@/platform/a11y/aria'
import { mayBeWide, useWideShopWindow } from '@/platform/device/use-wide-window'
import { singlePage } from '@/platform/lifecycle/launch'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { hasPageBelow } from '@/platform/navigation/navigate'
import { hasNativeTitleBar } from '@/platform/navigation/page-frame'
import { beginsWithHead, LookView } from '@/templates/look-view'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { useIsNearViewport } from '@/ui/long-list/use-is-near-viewport'
import { HeadBar } from '@/ui/page/head-bar'
import { Page } from '@/ui/page/page'
import { ClosedNotice } from './closed-notice'
import { hasShopTools, ShopTools } from './shop-tools'
import { SinglePageFoot } from './single-page-foot'
import type { StorefrontCart } from './storefront-cart'
import { StorefrontLinks } from './storefront-links'
import { type MoreProducts, useMoreProducts } from './use-more-products'
import { useSectionContext } from './use-section-context'
import { useShare } from './use-share'
import type { Storefront } from './use-storefront'
import './more-goods.scss'
import './look-area.scss'

type StorefrontViewProps = PropsWithChildren<{
  storefront: Storefront
  /** The note of a stale shop, above everything else. */
  note: ReactNode
  cart: StorefrontCart
  bar: ReactNode
  /** Stands beside the products in a wide window, which has no foot. */
  basket: ReactNode
}>

/** What replaces ordering: a closed notice, or the way into the shop from WeChat Moments. */
function noticeOf(shop: Shop): ReactNode {
  if (isClosed(shop, dayOf(serverNow()))) return <ClosedNotice shop={shop} />
  return singlePage && <SinglePageFoot shop={shop} />
}

/** A shop in its own look with its products and, once the cart has a line, the order bar. */
export function StorefrontView({ storefront, note, cart, bar, basket, children }: StorefrontViewProps) {
  const { shop, look } = storefront
  const head = useRef<unknown>(null)
  const hasHead = beginsWithHead(look)
  const hasTools = hasShopTools(storefront)
  const [hasBack] = useState(hasPageBelow)
  const notice = noticeOf(shop)
  const isWide = useWideShopWindow()
  const areaClass = [
    'look-area',
    hasHead && hasTools && 'look-area--tools',
    hasHead && hasBack && !hasNativeTitleBar && 'look-area--back',
  ]
    .filter(Boolean)
    .join(' ')
  const beside = notice ? <View className="look-notice">{notice}</View> : basket
  const { flash, say } = useFlash()
  const context = useSectionContext(shop, cart, say)
  const goods = useMoreProducts(storefront)
  useShare(shop)
  return (
    <Page
      title={shop.name}
      headed={look.sections.some(({ kind }) => kind === 'shop-head')}
      headBar={hasHead}
      first={!hasBack}
      wide
      aside
      bleed
      style={themeVariables(look.theme) as CSSProperties}
      foot={!isWide && (notice || bar)}
    >
      {note}
      {hasHead && <HeadBar title={shop.name} first={!hasBack} head={head} />}
      <View className={areaClass}>
        {hasTools && <ShopTools storefront={storefront} />}
        <LookView
          look={look}
          shop={shop}
          products={goods.products}
          more={goods.more}
          context={context}
          isThemed
          {...(hasHead ? { headRef: head } : {})}
          {...(mayBeWide ? { side: isWide && beside } : {})}
        />
      </View>
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
