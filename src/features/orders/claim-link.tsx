import { Text, View } from '@tarojs/components'
import { isOpen } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/order-transitions'
import { ordersWords } from '@/locales/order/orders'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import type { OrderView } from './page/order-view'

/** True while the owner has to say something about a claim. */
const isAnswerable = (order: OrderView['order']): boolean =>
  allowedActions(order, 'owner').includes('decline')

type ClaimLinkProps = Pick<OrderView, 'order' | 'role'> & { claims: OrderView['claims'] | undefined }

/** Leads to the page of an order's claims: to an open one, to one that is over, or to make one. */
export function ClaimLink({ order, role, claims = [] }: ClaimLinkProps) {
  const open = () => go(urlOf('claim', { shop: order.shopId, order: order.id }))
  if (isOpen(order.afterSale))
    return (
      <View className="order-frame__claim">
        <Button onPress={open}>
          {role === 'owner' && isAnswerable(order) ? ordersWords.answerClaim : ordersWords.toClaim}
        </Button>
      </View>
    )
  const canAsk = allowedActions(order, role).includes('ask-refund')
  if (!canAsk && claims.length === 0) return null
  return (
    <View className="order-frame__claim">
      {canAsk && order.claimUntil !== undefined && (
        <Text className="order-frame__hint">
          {ordersWords.claimUntil(momentWords(order.claimUntil, serverNow()))}
        </Text>
      )}
      <Button kind="line" onPress={open}>
        {canAsk ? ordersWords.claim : ordersWords.claimsBefore}
      </Button>
    </View>
  )
}
