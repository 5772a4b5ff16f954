import { Text } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { type CSSProperties, type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
import { dayOf } from '@/domain/day'
import { isClosed } from '@/domain/shop'
import { themeVariables } from '@/domain/theme'
import { hasPageBelow } from '@/platform/navigate'
import { LookView } from '@/templates/render'
import { useFlash } from '@/ui/flash/flash'
import { Page } from '@/ui/page/page'
import { storefrontWords } from '@/words/zh/storefront'
import type { CartPort } from './cart-port'
import { Resting } from './resting'
import { StorefrontEnd } from './storefront-end'
import { useMoreProducts } from './use-more-products'
import { useScene } from './use-scene'
import { useShare } from './use-share'
import type { Storefront } from './use-storefront'
import './storefront-view.scss'

type StorefrontViewProps = PropsWithChildren<{ storefront: Storefront; cart: CartPort; bar: ReactNode }>

/** A shop in its own look, its goods and, once something was chosen, the bar to order by. */
export function StorefrontView({ storefront, cart, bar, children }: StorefrontViewProps) {
  const { shop, look } = storefront
  const { flash, say } = useFlash()
  const [below] = useState(hasPageBelow)
  const scene = useScene(shop, cart, say)
  const { products, more, loadMore } = useMoreProducts(storefront)
  useShare(shop)
  useReachBottom(() => void loadMore())
  useEffect(() => {
    // a category may hold few of the goods read so far, and its page be too short to scroll
    if (scene.category !== null && more) void loadMore()
  }, [scene.category, more, loadMore])
  const closed = isClosed(shop, dayOf(Date.now()))
  return (
    <Page
      title={shop.name}
      headed={look.sections.some(({ kind }) => kind === 'shop-head')}
      first={!below}
      wide
      bleed
      style={themeVariables(look.theme) as CSSProperties}
      foot={closed ? <Resting shop={shop} /> : bar}
    >
      <LookView look={look} shop={shop} products={products} scene={scene} />
      {more && <Text className="storefront-view__more">{storefrontWords.more}</Text>}
      <StorefrontEnd />
      {children}
      {flash}
    </Page>
  )
}
