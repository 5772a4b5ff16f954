import type { CheckedLine } from '@/domain/cart-check'
import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop'
import { backToShop } from '@/platform/navigation/navigate'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { isChange } from './changed-facts'
import { ChangedView } from './changed-view'
import { AlreadyPlaced, NothingChosen, NotKnownYet, ShopMissing, ShopRests } from './checkout-notices'
import type { CheckoutCart } from './checkout-page'
import { OrderLimited } from './order-limited'
import type { Submit } from './use-submit'

interface OtherThanFormProps {
  shop: Shop
  /** The lines as they stood when the order was sent. */
  seen: readonly CheckedLine[]
  submit: Submit
  cart: CheckoutCart
}

const closedUntil = (shop: Shop, { current }: Failure): string =>
  (current as { closedUntil?: string } | undefined)?.closedUntil ?? shop.closedUntil ?? ''

const ownScreens = ['shop-closed', 'not-found', 'too-many-waiting', 'buyer-blocked']

/** Refusals that are no news about the goods, and nothing that the form could mend. */
export const hasOwnScreen = ({ code }: Failure): boolean => ownScreens.includes(code)

/** What stands in place of the form: nothing chosen, no answer yet, news from the shop. */
export function OtherThanForm({ shop, seen, submit, cart }: OtherThanFormProps) {
  const { state } = submit
  switch (state.phase) {
    case 'unknown':
      return <NotKnownYet shop={shop} failure={state.failure} onAgain={submit.again} onEdit={submit.edit} />
    case 'already':
      return (
        <AlreadyPlaced onLook={submit.look} {...(cart.lines.length > 0 ? { onGoOn: submit.edit } : {})} />
      )
    case 'refused':
      if (state.failure.code === 'not-found') return <ShopMissing />
      if (state.failure.code === 'shop-closed')
        return <ShopRests shop={shop} until={closedUntil(shop, state.failure)} />
      if (!isChange(state.failure))
        return <OrderLimited shop={shop} failure={state.failure} onAgain={submit.edit} />
      return (
        <ChangedView
          shop={shop}
          seen={seen}
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
      return <NothingChosen slug={shop.slug} />
    default:
      return <Skeleton count={3} />
  }
}
