import type { CSSProperties, ReactNode } from 'react'
import type { CallState } from '@/api/use-call'
import { dayOf } from '@/domain/day'
import { type Theme, themeVariables } from '@/domain/look/theme'
import type { CartLine } from '@/domain/product/cart'
import type { CartItem, CheckedLine } from '@/domain/product/cart-check'
import { isClosed } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { ShopClosedNotice } from './checkout-notices'
import { CheckoutScreen } from './checkout-screen'
import type { CheckoutWish } from './use-checkout-form'

/** The shop's cart as the checkout reads and changes it. */
export interface CheckoutCart {
  lines: CheckedLine[]
  replace(items: CartItem[]): void
  /** Removes the ordered lines; returns whether the cart held exactly these. */
  removeOrdered(ordered: readonly CartLine[]): boolean
}

interface CheckoutPageProps {
  state: CallState<'GET /api/storefronts/:slug'>
  cart: CheckoutCart
  wish: CheckoutWish
  /** Shown above the form, e.g. why no order can be placed now. */
  note: ReactNode
  /** Shown if the shop is not found. */
  notFound: ReactNode
}

const frame = (inside: ReactNode, theme?: Theme) => (
  <Page
    title={checkoutWords.title}
    wide
    {...(theme ? { style: themeVariables(theme) as CSSProperties } : {})}
  >
    {inside}
  </Page>
)

/** The checkout page of a shop, in its colours: loading, not found, closed, or the checkout itself. */
export function CheckoutPage({ state, cart, wish, note, notFound }: CheckoutPageProps) {
  const { data, failure } = state
  if (!data || failure?.code === 'not-found')
    return frame(
      <Loaded state={state} notFound={notFound}>
        {() => null}
      </Loaded>,
    )
  const { shop } = data
  const { theme } = data.look
  if (isClosed(shop, dayOf(serverNow()))) return frame(<ShopClosedNotice shop={shop} closure={shop} />, theme)
  return (
    <CheckoutScreen
      shop={shop}
      theme={theme}
      offers={data.onlinePayments}
      cart={cart}
      wish={wish}
      note={note}
      notFound={notFound}
      reload={state.reload}
    />
  )
}
