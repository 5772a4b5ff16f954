import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { lookQuestionWords as words } from '@/locales/shop/wizard'
import { questionSpeech } from '@/locales/shop/wizard-speech'
import { aria, pressable } from '@/platform/a11y/aria'
import { findOrFirst } from '@/templates/known-template'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { PointerTarget } from '../lesson-hints'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { useOfferedTemplates } from './offered-templates'
import { OpenShopSheet } from './open-shop-sheet'
import { Preview } from './preview'
import { useSwipe } from './use-swipe'
import './look-question.scss'

/** The last question: previews the shop in each offered template; opening asks for confirmation. */
export function LookQuestion({ draft, change }: QuestionProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  const offered = useOfferedTemplates(draft)
  const template = findOrFirst(draft.template, offered)
  const { title } = template
  const showTemplate = (by: -1 | 1) => {
    const at = offered.findIndex(({ name }) => name === template.name)
    const next = offered[(at + by + offered.length) % offered.length]
    if (next) change({ template: next.name })
  }
  const swipe = useSwipe(showTemplate)
  return (
    <QuestionFrame
      title={words.title}
      speech={questionSpeech.look(title)}
      foot={<Button onPress={() => setIsConfirming(true)}>{words.open}</Button>}
    >
      <View className="look-question" {...swipe}>
        <View className="look-question__arrow" {...pressable(words.before, () => showTemplate(-1))}>
          <Icon name="back" size={28} />
          <PointerTarget place="arrows" />
        </View>
        <View className="look-question__frame">
          <Preview key={template.name} draft={draft} template={template} label={words.preview(title)} />
          <PointerTarget place="preview" />
        </View>
        <View className="look-question__arrow" {...pressable(words.after, () => showTemplate(1))}>
          <Icon name="forward" size={28} />
          <PointerTarget place="arrows" />
        </View>
      </View>
      <Text className="look-question__title" {...aria({ live: 'polite' })}>
        {title}
      </Text>
      {isConfirming && <OpenShopSheet draft={draft} look={title} onClose={() => setIsConfirming(false)} />}
    </QuestionFrame>
  )
}
