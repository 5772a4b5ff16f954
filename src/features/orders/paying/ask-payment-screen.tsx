import { Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { ordersWords } from '@/locales/order/orders'
import { payLinkWords as words } from '@/locales/payment/pay-link'
import { aria, heading } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { share } from '@/platform/device/share'
import { payLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import { OrderFrame } from '../page/order-frame'
import type { OrderView } from '../page/order-view'
import { usePolledOrder } from '../page/use-polled-order'

/** Asks somebody else to pay an order: a link to send in a chat. */
export function AskPaymentScreen({ shopId, orderId }: { shopId: Id; orderId: Id }) {
  const read = usePolledOrder(shopId, orderId)
  useLinkSharing(read.data)
  return (
    <OrderFrame title={words.title} read={read} notFoundText={ordersWords.goneText}>
      {(view) =>
        view.payLinkKey === undefined ? (
          <Card>
            <Text className="order-frame__next" {...heading(2)}>
              {ordersWords.next.buyer(view.order, view.shop.phone !== undefined)}
            </Text>
          </Card>
        ) : (
          <LinkCard view={view} linkKey={view.payLinkKey} />
        )
      }
    </OrderFrame>
  )
}

const paramsOf = ({ order }: OrderView, linkKey: string) => ({
  shop: order.shopId,
  order: order.id,
  key: linkKey,
})

/** Sets what WeChat shares from the page: the request to pay the order, or the shop once it is paid. */
function useLinkSharing(view: OrderView | undefined): void {
  useShareAppMessage(() => {
    if (!view) return {}
    const { order, shop, payLinkKey } = view
    if (payLinkKey === undefined) return { title: shop.name, path: urlOf('shop', { slug: shop.slug }) }
    const title = words.shareTitle(shop.name, order.total)
    return { title, path: urlOf('payLink', paramsOf(view, payLinkKey)) }
  })
}

function LinkCard({ view, linkKey }: { view: OrderView; linkKey: string }) {
  const [message, setMessage] = useState<string>()
  const link = payLink(paramsOf(view, linkKey))
  const send = async () => {
    const outcome = await share.link(words.shareTitle(view.shop.name, view.order.total), link)
    if (outcome === 'copied') setMessage(words.copied)
    if (outcome === 'failed') setMessage(words.failed)
  }
  const copy = async () => setMessage((await copyText(link)) ? words.copied : words.failed)
  return (
    <Card>
      <View className="order-frame__link">
        <Text className="order-frame__next" {...heading(2)}>
          {words.title}
        </Text>
        <Text className="order-frame__place">{words.text}</Text>
        {message && (
          <Text className="order-frame__hint" {...aria({ role: 'status' })}>
            {message}
          </Text>
        )}
        {share.byButton && <WechatButton does="share">{words.send}</WechatButton>}
        {share.hasSheet && <Button onPress={() => void send()}>{words.send}</Button>}
        <Button
          kind={share.byButton || share.hasSheet ? 'line' : 'main'}
          icon="copy"
          onPress={() => void copy()}
        >
          {words.copy}
        </Button>
      </View>
    </Card>
  )
}
