import { View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { openedWords as words } from '@/locales/shop/wizard'
import { share } from '@/platform/device/share'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { WechatButton } from '@/ui/wechat-button/wechat-button'

interface OpenedFootProps {
  shopId: Id
  name: string
  link: string
  drawing: boolean
  onPoster(): void
  onMessage(words: string): void
}

/** The foot of the opened screen: share, save a poster, add a product. */
export function OpenedFoot({ shopId, name, link, drawing, onPoster, onMessage }: OpenedFootProps) {
  return (
    <View className="opened__foot">
      <ShareButton name={name} link={link} onMessage={onMessage} />
      <View className="opened__pair">
        <Button kind="line" busy={drawing && words.posterBusy} onPress={onPoster}>
          {words.poster}
        </Button>
        <Button kind="line" onPress={() => go(urlOf('merchantProduct', { shop: shopId }))}>
          {words.addProduct}
        </Button>
      </View>
    </View>
  )
}

interface ShareButtonProps {
  name: string
  link: string
  /** Receives a message about the result; not called where the system shows its own. */
  onMessage(words: string): void
}

/** Shares the shop: WeChat's share button in a mini-program, else the system share sheet, else a copied link. */
function ShareButton({ name, link, onMessage }: ShareButtonProps) {
  if (share.byButton) return <WechatButton does="share">{words.group}</WechatButton>
  const shareLink = async () => {
    const done = await share.link(words.shareTitle(name), link)
    if (done === 'copied') onMessage(words.copied)
    if (done === 'failed') onMessage(words.notCopied)
  }
  return (
    <Button icon="share" onPress={() => void shareLink()}>
      {words.group}
    </Button>
  )
}
