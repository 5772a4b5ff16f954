import { Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type { Order } from '@/domain/order'
import { payLinkWords as words } from '@/locales/pay-link'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { share } from '@/platform/device/share'
import { payLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import type { OrderView } from './order-view'

interface PayLinkButtonProps {
  view: OrderView
  linkKey: string
}

/** Asks somebody else to pay an order: a link to send in a chat. */
export function PayLinkButton({ view: { order, shop }, linkKey }: PayLinkButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [message, setMessage] = useState<string>()
  const link = payLink(paramsOf(order, linkKey))
  const send = async () => {
    const outcome = await share.link(words.shareTitle(shop.name, order.total), link)
    if (outcome === 'copied') setMessage(words.copied)
    if (outcome === 'failed') setMessage(words.failed)
  }
  const copy = async () => setMessage((await copyText(link)) ? words.copied : words.failed)
  return (
    <>
      <Button kind="line" onPress={() => setIsOpen(true)}>
        {words.open}
      </Button>
      {isOpen && (
        <Sheet title={words.title} onClose={() => setIsOpen(false)}>
          <View className="order-frame__link">
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
        </Sheet>
      )}
    </>
  )
}

const paramsOf = ({ shopId, id }: Order, linkKey: string) => ({ shop: shopId, order: id, key: linkKey })

/** Sets what WeChat shares from an order's page: the request to pay it, else the shop. */
export function useOrderSharing(view: OrderView | undefined): void {
  useShareAppMessage(() => {
    if (!view) return {}
    const { order, shop, payLinkKey } = view
    if (payLinkKey === undefined) return { title: shop.name, path: urlOf('shop', { slug: shop.slug }) }
    return {
      title: words.shareTitle(shop.name, order.total),
      path: urlOf('payLink', paramsOf(order, payLinkKey)),
    }
  })
}
