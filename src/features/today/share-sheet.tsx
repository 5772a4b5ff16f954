import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Shop } from '@/domain/shop/shop'
import { todayWords } from '@/locales/shop/today'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { share } from '@/platform/device/share'
import { go } from '@/platform/navigation/navigate'
import { shopLink } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Qr } from '@/ui/qr/qr'
import { Sheet } from '@/ui/sheet/sheet'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import './share-sheet.scss'

const words = todayWords.shareSheet

/** Shares the shop's address: a QR code, and a link to send or copy. */
export function ShareSheet({ shop, onClose }: { shop: Shop; onClose(): void }) {
  const [message, setMessage] = useState<string>()
  const link = shopLink(shop.slug)
  const copy = async () => setMessage((await copyText(link)) ? words.copied : words.failed)
  const send = async () => {
    const outcome = await share.link(words.title2(shop.name), link)
    if (outcome === 'copied') setMessage(words.copied)
    if (outcome === 'failed') setMessage(words.failed)
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="share-sheet">
        <Text className="share-sheet__text">{words.text}</Text>
        <Qr text={link} label={words.qr(shop.name)} size={176} />
        <Text className="share-sheet__link" selectable>
          {link}
        </Text>
        {message && (
          <Text className="share-sheet__said" {...aria({ role: 'status' })}>
            {message}
          </Text>
        )}
        <View className="share-sheet__do">
          {share.byButton && <WechatButton does="share">{words.send}</WechatButton>}
          {share.hasSheet && <Button onPress={() => void send()}>{words.send}</Button>}
          <Button
            kind={share.byButton || share.hasSheet ? 'line' : 'main'}
            icon="copy"
            onPress={() => void copy()}
          >
            {words.copy}
          </Button>
          <Button kind="line" onPress={() => go(urlOf('groupBuys', { shop: shop.id }))}>
            {words.groupBuys}
          </Button>
          <Button kind="line" onPress={() => go(urlOf('opened', { shop: shop.id }))}>
            {words.opened}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
