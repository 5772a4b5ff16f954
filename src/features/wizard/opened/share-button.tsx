import { openedWords as words } from '@/locales/shop/wizard'
import { share } from '@/platform/device/share'
import { Button } from '@/ui/button/button'
import { WechatButton } from '@/ui/wechat-button/wechat-button'

interface ShareButtonProps {
  name: string
  link: string
  /** Receives a message about the result; not called where the system shows its own. */
  onMessage(words: string): void
}

/** Shares the shop: WeChat's share button in a mini-program, else the system share sheet, else a copied link. */
export function ShareButton({ name, link, onMessage }: ShareButtonProps) {
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
