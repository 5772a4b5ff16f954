import { Text, View } from '@tarojs/components'
import { boardWords as words } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
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
      <Heading level={1} className="board__title">
        {words.waitingTitle}
      </Heading>
      {wasDisconnected && <Text className="board__note">{words.gone}</Text>}
      {code && (
        <View className="board__code" {...aria({ role: 'img', label: words.code(code) })}>
          <Text>{first}</Text>
          <Text>{second}</Text>
        </View>
      )}
      <Status className="board__how">
        {isFailing ? words.waitingFailed : code ? words.waitingText : words.waitingBegun}
      </Status>
      <FullscreenButton />
    </BoardFrame>
  )
}
