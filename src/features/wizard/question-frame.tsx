import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { joinSentences } from '@/locales/speech'
import { heading } from '@/platform/a11y/aria'
import { useAutofocusHeading } from '@/platform/a11y/focus'
import { Speaker } from '@/ui/speaker/speaker'
import { PointerTarget, useLessonHints } from './lesson-hints'

/** Layout of one question: its title, the text read aloud, the answer, and a fixed foot. */
export function QuestionFrame({
  title,
  speech,
  foot,
  children,
}: PropsWithChildren<{ title: string; speech: string; foot?: ReactNode }>) {
  const autofocus = useAutofocusHeading()
  const said = useLessonHints((hints) => hints.said)
  return (
    <>
      <View className="question">
        <View className="question__head">
          <Text className="question__title" {...heading(2)} {...autofocus}>
            {title}
          </Text>
          <Speaker text={said ? joinSentences(said, speech) : speech} />
        </View>
        <View className="question__body">{children}</View>
      </View>
      {foot && (
        <View className="question__foot">
          <View className="question__next">
            {foot}
            <PointerTarget place="next" />
          </View>
        </View>
      )}
    </>
  )
}
