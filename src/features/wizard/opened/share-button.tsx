import { Button as NativeButton } from '@tarojs/components'
import { share } from '@/platform/share'
import { Button } from '@/ui/button/button'
import { openedWords as words } from '@/words/zh/wizard'
import './share-button.scss'

interface ShareButtonProps {
  name: string
  link: string
  /** What became of it, in words; nothing where the phone itself shows it. */
  onSaid(words: string): void
}

/** Passes the shop on: WeChat's own button there, the phone's sheet elsewhere, and the copied link as the last way. */
export function ShareButton({ name, link, onSaid }: ShareButtonProps) {
  if (share.byButton)
    return (
      <NativeButton className="share-button" openType="share">
        {words.group}
      </NativeButton>
    )
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
