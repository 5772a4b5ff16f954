import { Text, View } from '@tarojs/components'
import { boardWords as words } from '@/locales/lesson/lesson'
import { aria, heading } from '@/platform/a11y/aria'
import { BoardFrame } from './board-frame'
import { FullscreenButton } from './fullscreen-button'

interface WaitingScreenProps {
  /** Absent until the server has made one. */
  code: string | undefined
  isFailing: boolean
  wasDisconnected: boolean
}

/** Shows the code by which a trainer connects this screen. */
export function WaitingScreen({ code, isFailing, wasDisconnected }: WaitingScreenProps) {
  const [first, second] = [code?.slice(0, 3), code?.slice(3)]
  return (
    <BoardFrame title={words.title} kind="waiting">
      <Text className="board__title" {...heading(1)}>
        {words.waitingTitle}
      </Text>
      {wasDisconnected && <Text className="board__note">{words.gone}</Text>}
      {code && (
        <View className="board__code" {...aria({ role: 'img', label: words.code(code) })}>
          <Text>{first}</Text>
          <Text>{second}</Text>
        </View>
      )}
      <Text className="board__how" {...aria({ role: 'status' })}>
        {isFailing ? words.waitingFailed : code ? words.waitingText : words.waitingBegun}
      </Text>
      <FullscreenButton />
    </BoardFrame>
  )
}
