import type { Failure } from '@/domain/failure'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { dial } from '@/platform/device/dial'
import { backToShop, go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

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
export function OrderLimited({ shop: { slug, phone }, failure, onRetry }: OrderLimitedProps) {
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
