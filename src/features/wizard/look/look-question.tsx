import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/platform/aria'
import { pressable } from '@/platform/pressable'
import { templateNames } from '@/templates/registry'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { templateWords } from '@/words/zh/templates'
import { lookQuestionWords as words } from '@/words/zh/wizard'
import { questionSpeech } from '@/words/zh/wizard-speech'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { OpenSheet } from './open-sheet'
import { Preview } from './preview'
import { useSwipe } from './use-swipe'
import './look-question.scss'

/** Their own shop in one template after another; the last press asks once more and opens it. */
export function LookQuestion({ draft, change }: QuestionProps) {
  const [asking, setAsking] = useState(false)
  const at = Math.max(0, templateNames.indexOf(draft.template))
  const name = templateNames[at] ?? ''
  const title = templateWords[name]?.title ?? name
  const turn = (by: -1 | 1) => {
    const next = templateNames[(at + by + templateNames.length) % templateNames.length]
    if (next) change({ template: next })
  }
  const swipe = useSwipe(turn)
  return (
    <QuestionFrame
      title={words.title}
      speech={questionSpeech.look(title)}
      foot={<Button onPress={() => setAsking(true)}>{words.open}</Button>}
    >
      <View className="look-question" {...swipe}>
        <View className="look-question__arrow" {...pressable(words.before, () => turn(-1))}>
          <Icon name="back" size={28} />
        </View>
        <View className="look-question__frame">
          <Preview key={name} draft={draft} template={name} label={words.preview(title)} />
        </View>
        <View className="look-question__arrow" {...pressable(words.after, () => turn(1))}>
          <Icon name="forward" size={28} />
        </View>
      </View>
      <Text className="look-question__title" {...aria({ live: 'polite' })}>
        {title}
      </Text>
      {asking && <OpenSheet draft={draft} onClose={() => setAsking(false)} />}
    </QuestionFrame>
  )
}
