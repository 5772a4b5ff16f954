import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { dial } from '@/platform/device/dial'
import { backToShop, go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

export function EmptyCartNotice({ slug }: { slug: string }) {
  const { title, text, shop } = checkoutWords.empty
  return (
    <Notice icon="cart" title={title} text={text}>
      <Button onPress={() => backToShop(slug)}>{shop}</Button>
    </Notice>
  )
}

/** The shop takes no orders until a day, or as long as it is for practice or waits for its owner. */
export function ShopClosedNotice({
  shop,
  closure,
}: {
  shop: Pick<Shop, 'slug' | 'phone' | 'practiceUntil' | 'isWaiting'>
  closure: Pick<Shop, 'closedUntil' | 'closedNote'>
}) {
  const { title, text, practice, waiting, shop: back, call } = checkoutWords.resting
  const { phone, slug, practiceUntil, isWaiting } = shop
  const { closedUntil: until, closedNote } = closure
  const reason = isWaiting
    ? waiting
    : practiceUntil || !until
      ? practice
      : { title, text: text(until, closedNote) }
  return (
    <Notice icon="clock" {...reason}>
      {phone && (
        <Button icon="phone" onPress={() => dial(phone)}>
          {call}
        </Button>
      )}
      <Button kind="line" onPress={() => backToShop(slug)}>
        {back}
      </Button>
    </Notice>
  )
}

/** It is unknown whether the order was placed; retrying is safe because the request is idempotent. */
export function OrderStatusUnknown(props: {
  shop: Pick<Shop, 'phone'>
  failure: Failure
  onRetry(): void
  onEdit(): void
}) {
  const { code } = props.failure
  const { phone } = props.shop
  const { said, again, call, look, edit } = checkoutWords.unknown
  return (
    <Notice icon={code === 'offline' || code === 'timeout' ? 'offline' : 'warn'} {...said(code)}>
      <Button onPress={props.onRetry}>{again}</Button>
      {phone && (
        <Button kind="soft" icon="phone" onPress={() => dial(phone)}>
          {call}
        </Button>
      )}
      <Button kind="soft" onPress={() => go(urlOf('orders'))}>
        {look}
      </Button>
      <Button kind="line" onPress={props.onEdit}>
        {edit}
      </Button>
    </Notice>
  )
}

/** An earlier request has placed the order; items added to the cart since can still be ordered. */
export function OrderAlreadyPlaced({
  onOpenOrder,
  onContinue,
}: {
  onOpenOrder(): void
  onContinue?(): void
}) {
  const { title, text, look, goOn } = checkoutWords.already
  return (
    <Notice icon="check" title={title} text={text}>
      <Button onPress={onOpenOrder}>{look}</Button>
      {onContinue && (
        <Button kind="line" onPress={onContinue}>
          {goOn}
        </Button>
      )}
    </Notice>
  )
}
