import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { themeVariables } from '@/domain/look/theme'
import { findGoodsWords } from '@/locales/storefront/find-goods'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { ShopNotFound } from '../shop-not-found'
import type { StorefrontCart } from '../storefront-cart'
import { StorefrontLinks } from '../storefront-links'
import type { StorefrontState } from '../use-storefront'
import { FindGoods } from './find-goods'

type FindGoodsPageProps = PropsWithChildren<{
  state: StorefrontState
  cart: StorefrontCart
  /** The order bar, once the cart has a line. */
  bar: ReactNode
}>

/** The page on which buyers look for goods of a shop and put them into the cart. */
export function FindGoodsPage({ state, cart, bar, children }: FindGoodsPageProps) {
  const theme = state.data?.look.theme
  return (
    <Page
      title={findGoodsWords.title}
      foot={bar}
      {...(theme ? { style: themeVariables(theme) as CSSProperties } : {})}
    >
      <Loaded state={state} notFound={<ShopNotFound status={state.failure?.status} />}>
        {({ shop }) => <FindGoods shop={shop} cart={cart} />}
      </Loaded>
      <StorefrontLinks reported={state.data && { shop: state.data.shop.id }} />
      {children}
    </Page>
  )
}
