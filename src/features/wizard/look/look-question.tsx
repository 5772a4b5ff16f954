import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { lookQuestionWords as words } from '@/locales/zh-CN/wizard'
import { questionSpeech } from '@/locales/zh-CN/wizard-speech'
import { aria } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { knownOr } from '@/templates/known'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { useOffered } from './offered'
import { OpenSheet } from './open-sheet'
import { Preview } from './preview'
import { useSwipe } from './use-swipe'
import './look-question.scss'

/** Their own shop in one template after another; the last press asks once more and opens it. */
export function LookQuestion({ draft, change }: QuestionProps) {
  const [asking, setAsking] = useState(false)
  const offered = useOffered(draft)
  const template = knownOr(draft.template, offered)
  const { title } = template
  const turn = (by: -1 | 1) => {
    const at = offered.findIndex(({ name }) => name === template.name)
    const next = offered[(at + by + offered.length) % offered.length]
    if (next) change({ template: next.name })
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
          <Preview key={template.name} draft={draft} template={template} label={words.preview(title)} />
        </View>
        <View className="look-question__arrow" {...pressable(words.after, () => turn(1))}>
          <Icon name="forward" size={28} />
        </View>
      </View>
      <Text className="look-question__title" {...aria({ live: 'polite' })}>
        {title}
      </Text>
      {asking && <OpenSheet draft={draft} look={title} onClose={() => setAsking(false)} />}
    </QuestionFrame>
  )
}
