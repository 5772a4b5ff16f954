import { View } from '@tarojs/components'
import { publishWords as words } from '@/locales/zh-CN/wizard'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { type Publishing, publish, stopPublishing } from './publisher'
import { Refused } from './refused'
import './publishing-state.scss'

/** Between the press of 开张 and the server's word: sending, waiting for the network, or refused, and nothing else. */
export function PublishingState({ now }: { now: Publishing }) {
  return (
    <View className="publishing-state">
      <State now={now} />
    </View>
  )
}

function State({ now }: { now: Publishing }) {
  if (now.kind === 'refused') return <Refused about={now.about} failure={now.failure} />
  if (now.kind === 'waiting') {
    const { code } = now.failure
    return (
      <Notice
        icon={code === 'offline' || code === 'timeout' ? 'offline' : 'warn'}
        title={words.waitingTitle(code)}
        text={words.waitingText(code)}
      >
        <Button onPress={() => void publish()}>{words.retry}</Button>
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
