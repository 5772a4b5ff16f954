import { View } from '@tarojs/components'
import { publishWords as words } from '@/locales/shop/wizard'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { PublishRejected } from './publish-rejected'
import { type PublishState, publishShop, stopPublishing } from './publish-shop'
import './publishing-state.scss'

/** Shows the progress of opening the shop: sending, waiting for a retry, or rejected. */
export function PublishingState({ now }: { now: PublishState }) {
  return (
    <View className="publishing-state">
      <State now={now} />
    </View>
  )
}

function State({ now }: { now: PublishState }) {
  if (now.kind === 'rejected') return <PublishRejected about={now.about} failure={now.failure} />
  if (now.kind === 'waiting') {
    const { code } = now.failure
    return (
      <Notice
        icon={code === 'offline' || code === 'timeout' ? 'offline' : 'warn'}
        title={words.waitingTitle(code)}
        text={words.waitingText(code)}
      >
        <Button onPress={() => void publishShop()}>{words.retry}</Button>
        <Button kind="line" onPress={() => stopPublishing()}>
          {words.edit}
        </Button>
      </Notice>
    )
  }
  const part = now.kind === 'sending' ? now.part : null
  return (
    <Notice
      icon="store"
      title={part === null || part >= 1 ? words.sending : words.sendingPhoto(part)}
      text={words.sendingText}
    />
  )
}
