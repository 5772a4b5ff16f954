import type { ReactNode } from 'react'
import type { Failure } from '@/domain/failure'
import type { CheckedLine } from '@/domain/product/cart-check'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { dial } from '@/platform/device/dial'
import { backToShop, go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { EmptyCartNotice, OrderAlreadyPlaced, OrderStatusUnknown, ShopClosedNotice } from './checkout-notices'
import type { CheckoutCart } from './checkout-page'
import { isOrderChange } from './lines/order-changes'
import { OrderChangesView } from './lines/order-changes-view'
import type { Submit } from './submit/use-submit-order'

interface CheckoutStatusProps {
  shop: Shop
  /** The lines as the buyer saw them when the order was sent. */
  shownLines: readonly CheckedLine[]
  submit: Submit
  cart: CheckoutCart
  /** Shown if the shop is not found. */
  notFound: ReactNode
}

/** The shop's closing day and its note, taken from the refusal if that names a day. */
function closureOf(shop: Shop, { current }: Failure): Pick<Shop, 'closedUntil' | 'closedNote'> {
  const refused = current as Pick<Shop, 'closedUntil' | 'closedNote'> | undefined
  return refused?.closedUntil === undefined ? shop : refused
}

const statusScreenCodes = ['shop-closed', 'not-found', 'too-many-waiting', 'buyer-blocked']

/** True if a rejection has its own screen, as it is neither a change of the goods nor an error of the form. */
export const hasStatusScreen = ({ code }: Failure): boolean => statusScreenCodes.includes(code)

/** Replaces the form while there is nothing to fill in: empty cart, unknown result, rejected or already placed. */
export function CheckoutStatus({ shop, shownLines, submit, cart, notFound }: CheckoutStatusProps) {
  const { state } = submit
  switch (state.phase) {
    case 'unknown':
      return (
        <OrderStatusUnknown shop={shop} failure={state.failure} onRetry={submit.retry} onEdit={submit.edit} />
      )
    case 'already-placed':
      return (
        <OrderAlreadyPlaced
          onOpenOrder={submit.openEarlierOrder}
          {...(cart.lines.length > 0 ? { onContinue: submit.edit } : {})}
        />
      )
    case 'rejected':
      if (state.failure.code === 'not-found') return notFound
      if (state.failure.code === 'shop-closed')
        return <ShopClosedNotice shop={shop} closure={closureOf(shop, state.failure)} />
      if (!isOrderChange(state.failure))
        return <OrderLimited shop={shop} failure={state.failure} onRetry={submit.edit} />
      return (
        <OrderChangesView
          shop={shop}
          shownLines={shownLines}
          body={state.body}
          failure={state.failure}
          onAccept={(items) => {
            cart.replace(items)
            submit.edit()
          }}
          onBack={() => backToShop(shop.slug)}
        />
      )
    case 'editing':
      return <EmptyCartNotice slug={shop.slug} />
    default:
      return <Skeleton count={3} />
  }
}

interface OrderLimitedProps {
  shop: Pick<Shop, 'slug' | 'phone'>
  failure: Failure
  onRetry(): void
}

function limitMessage({ code, current }: Failure) {
  const { blocked, crowd, waiting } = checkoutWords.limited
  if (code === 'buyer-blocked') return blocked
  const count = (current as { waiting?: number } | undefined)?.waiting
  return count === undefined ? crowd : waiting(count)
}

/** The shop accepts no further order of this buyer now; the cart stays as it is. */
function OrderLimited({ shop: { slug, phone }, failure, onRetry }: OrderLimitedProps) {
  const { limited, unknown, resting } = checkoutWords
  const blocked = failure.code === 'buyer-blocked'
  const { title, text } = limitMessage(failure)
  return (
    <Notice
      icon="clock"
      title={title}
      text={phone ? text + (blocked ? limited.askWhy : limited.urgent) : text}
    >
      {phone && (
        <Button icon="phone" onPress={() => dial(phone)}>
          {limited.call}
        </Button>
      )}
      {!blocked && (
        <Button kind="soft" onPress={() => go(urlOf('orders'))}>
          {limited.mine}
        </Button>
      )}
      <Button kind="line" onPress={blocked ? () => backToShop(slug) : onRetry}>
        {blocked ? resting.shop : unknown.again}
      </Button>
    </Notice>
  )
}
