import { openedWords as words } from '@/locales/zh-CN/wizard'
import { share } from '@/platform/device/share'
import { Button } from '@/ui/button/button'
import { WechatButton } from '@/ui/wechat-button/wechat-button'

interface ShareButtonProps {
  name: string
  link: string
  /** What became of it, in words; nothing where the phone itself shows it. */
  onSaid(words: string): void
}

/** Passes the shop on: WeChat's own button there, the phone's sheet elsewhere, and the copied link as the last way. */
export function ShareButton({ name, link, onSaid }: ShareButtonProps) {
  if (share.byButton) return <WechatButton does="share">{words.group}</WechatButton>
  const pass = async () => {
    const done = await share.link(words.shareTitle(name), link)
    if (done === 'copied') onSaid(words.copied)
    if (done === 'failed') onSaid(words.notCopied)
  }
  return (
    <Button icon="share" onPress={() => void pass()}>
      {words.group}
    </Button>
  )
}
