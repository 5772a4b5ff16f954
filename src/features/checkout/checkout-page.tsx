import type { ReactNode } from 'react'
import type { CallState } from '@/api/use-call'
import type { CartLine } from '@/domain/cart'
import type { CartItem, CheckedLine } from '@/domain/cart-check'
import { dayOf } from '@/domain/day'
import { isClosed } from '@/domain/shop'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { ShopMissing, ShopRests } from './checkout-notices'
import { CheckoutScreen } from './checkout-screen'

/** The cart of the shop, as checkout reads and changes it. */
export interface CheckoutCart {
  lines: CheckedLine[]
  replace(items: CartItem[]): void
  /** What was ordered leaves the cart, the rest stays; tells whether the cart was just that. */
  takeOut(ordered: readonly CartLine[]): boolean
}

interface CheckoutPageProps {
  state: CallState<'GET /api/storefronts/:slug'>
  cart: CheckoutCart
  /** Above the order: why it cannot be placed just now. */
  note: ReactNode
}

const frame = (inside: ReactNode) => (
  <Page title={checkoutWords.title} wide>
    {inside}
  </Page>
)

/** The checkout of one shop in all its states. */
export function CheckoutPage({ state, cart, note }: CheckoutPageProps) {
  const { data, failure } = state
  if (!data || failure?.code === 'not-found')
    return frame(
      <Loaded state={state} gone={<ShopMissing />}>
        {() => null}
      </Loaded>,
    )
  const { shop } = data
  if (shop.closedUntil && isClosed(shop, dayOf(Date.now())))
    return frame(<ShopRests shop={shop} until={shop.closedUntil} />)
  return <CheckoutScreen shop={shop} cart={cart} note={note} reload={state.reload} />
}
