import { type CSSProperties, type PropsWithChildren, type ReactNode, useState } from 'react'
import { dayOf } from '@/domain/day'
import { isClosed, type Shop } from '@/domain/shop'
import { themeVariables } from '@/domain/theme'
import { singlePage } from '@/platform/lifecycle/single-page'
import { hasPageBelow } from '@/platform/navigation/navigate'
import { LookView } from '@/templates/render'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import type { CartPort } from './cart-port'
import { MoreGoods } from './more-goods'
import { Resting } from './resting'
import { SinglePageFoot } from './single-page-foot'
import { StorefrontEnd } from './storefront-end'
import { useMoreProducts } from './use-more-products'
import { useSectionContext } from './use-scene'
import { useShare } from './use-share'
import type { Storefront } from './use-storefront'

type StorefrontViewProps = PropsWithChildren<{
  storefront: Storefront
  /** Above all: how old it is. */
  note: ReactNode
  cart: CartPort
  bar: ReactNode
}>

/** Until when a resting shop takes no orders, how to come from WeChat Moments into the shop, or the cart. */
function footOf(shop: Shop, bar: ReactNode): ReactNode {
  if (isClosed(shop, dayOf(Date.now()))) return <Resting shop={shop} />
  return singlePage ? <SinglePageFoot shop={shop} /> : bar
}

/** A shop in its own look, its goods and, once something was chosen, the bar to order by. */
export function StorefrontView({ storefront, note, cart, bar, children }: StorefrontViewProps) {
  const { shop, look } = storefront
  const { flash, say } = useFlash()
  const [below] = useState(hasPageBelow)
  const context = useSectionContext(shop, cart, say)
  const goods = useMoreProducts(storefront)
  useShare(shop)
  return (
    <Page
      title={shop.name}
      headed={look.sections.some(({ kind }) => kind === 'shop-head')}
      first={!below}
      wide
      bleed
      style={themeVariables(look.theme) as CSSProperties}
      foot={footOf(shop, bar)}
    >
      {note}
      <LookView look={look} shop={shop} products={goods.products} more={goods.more} context={context} />
      {goods.more && <MoreGoods {...goods} />}
      {!singlePage && <StorefrontEnd />}
      {children}
      {flash}
    </Page>
  )
}
