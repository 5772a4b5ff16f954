import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { agreementWords } from '@/locales/parts/agreement'
import { termsQuestionWords, lookQuestionWords as words } from '@/locales/shop/wizard'
import { questionSpeech } from '@/locales/shop/wizard-speech'
import { joinSentences } from '@/locales/speech'
import { aria, pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { findOrFirst } from '@/templates/known-template'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { Speaker } from '@/ui/speaker/speaker'
import { PointerTarget } from '../lesson-hints'
import { productName } from '../product/product-name'
import { publishShop } from '../publish/publish-shop'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import type { ShopDraft } from '../shop-draft'
import { useOfferedTemplates } from './offered-templates'
import { Preview } from './preview'
import './look-question.scss'

/** A shorter horizontal movement, in px, is not a swipe. */
const MIN_DISTANCE_PX = 40

interface Touch {
  clientX: number
  clientY: number
}

/** Returns the first changed touch; both the browser's and WeChat's touch events have `changedTouches`. */
const touchOf = (event: object): Touch | undefined =>
  (event as { changedTouches?: ArrayLike<Touch> }).changedTouches?.[0]

/** Returns touch props for an element; a horizontal swipe calls `onSwipe` with −1 (previous) or +1 (next). */
function useSwipe(onSwipe: (by: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: object) => {
      const touch = touchOf(event)
      from.current = touch ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: (event: object) => {
      const touch = touchOf(event)
      if (!from.current || !touch) return
      const [across, down] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
      from.current = null
      if (Math.abs(across) >= MIN_DISTANCE_PX && Math.abs(across) > Math.abs(down))
        onSwipe(across < 0 ? 1 : -1)
    },
  }
}

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

const readDocuments = () => go(urlOf('documents'))

/** Summarizes the shop in three lines and asks for confirmation before opening it. */
function OpenShopSheet({ draft, look, onClose }: { draft: ShopDraft; look: string; onClose(): void }) {
  const lines = [
    words.openGoods(productName(draft), draft.price, draft.unit),
    termsQuestionWords.deliveryParts(draft.fulfilments, draft.pickupPlace.trim()).join(''),
    words.openLook(look),
    ...(draft.practice ? [words.openPractice] : []),
  ]
  return (
    <Sheet title={words.openTitle} onClose={onClose}>
      <View className="look-question__ask">
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Speaker text={joinSentences(words.openTitle, ...lines)} />
        <View
          className="look-question__agree"
          {...pressable(agreementWords.open, readDocuments, { role: 'link' })}
        >
          <Text>{agreementWords.open}</Text>
        </View>
        <Button onPress={() => void publishShop()}>{words.openYes}</Button>
        {/* this button covers the one that opened the sheet, so a double tap does not open the shop */}
        <Button kind="soft" onPress={onClose}>
          {words.openNo}
        </Button>
      </View>
    </Sheet>
  )
}
