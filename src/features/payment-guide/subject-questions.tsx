import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ApplicantSubject } from '@/domain/payment/payment-application'
import { paymentGuideWords } from '@/locales/payment/payment-guide'
import { aria, heading, pressable } from '@/platform/a11y/aria'
import { useAutofocusHeading } from '@/platform/a11y/focus'
import { imageProps } from '@/platform/media/assets'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Speaker } from '@/ui/speaker/speaker'
import { type DrawingName, drawingUri } from './drawings'
import './subject-questions.scss'

const words = paymentGuideWords.questions

/** The seller's legal subject; a `reseller` needs a sole trader's licence before she can apply. */
export type SubjectOutcome = ApplicantSubject | 'reseller'

type Question = 'licence' | 'type' | 'goods'

interface Option {
  text: string
  drawing: DrawingName
  next: { question: Question } | { outcome: SubjectOutcome }
}

const options: Record<Question, readonly [Option, Option]> = {
  licence: [
    { text: words.licence.yes, drawing: 'licence', next: { question: 'type' } },
    { text: words.licence.no, drawing: 'no-licence', next: { question: 'goods' } },
  ],
  type: [
    { text: words.type['sole-trader'], drawing: 'sole-trader', next: { outcome: 'sole-trader' } },
    { text: words.type.company, drawing: 'company', next: { outcome: 'company' } },
  ],
  goods: [
    { text: words.goods.micro, drawing: 'own', next: { outcome: 'micro' } },
    { text: words.goods.reseller, drawing: 'reseller', next: { outcome: 'reseller' } },
  ],
}

/** Two questions with pictures, one at a time, that find out which legal subject a seller is. */
export function SubjectQuestions({ onAnswer }: { onAnswer(outcome: SubjectOutcome): void }) {
  const [question, setQuestion] = useState<Question>('licence')
  const choose = ({ next }: Option) => {
    if ('question' in next) setQuestion(next.question)
    else onAnswer(next.outcome)
  }
  return (
    <Card>
      <QuestionView
        key={question}
        question={question}
        onChoose={choose}
        onBack={question === 'licence' ? undefined : () => setQuestion('licence')}
      />
    </Card>
  )
}

interface QuestionViewProps {
  question: Question
  onChoose(option: Option): void
  /** Absent for the first question. */
  onBack: (() => void) | undefined
}

function QuestionView({ question, onChoose, onBack }: QuestionViewProps) {
  const autofocus = useAutofocusHeading()
  const { title } = words[question]
  const [one, other] = options[question]
  return (
    <View className="subject-questions">
      <View className="subject-questions__head">
        <View>
          <Text className="subject-questions__step">{words.step(question === 'licence' ? 1 : 2)}</Text>
          <Text className="subject-questions__title" {...heading(2)} {...autofocus}>
            {title}
          </Text>
        </View>
        <Speaker text={words.speech(title, one.text, other.text)} />
      </View>
      <View className="subject-questions__options" {...aria({ role: 'group', label: title })}>
        {[one, other].map((option) => (
          <View
            key={option.text}
            className="subject-questions__option"
            {...pressable(null, () => onChoose(option))}
          >
            <Image
              className="subject-questions__picture"
              mode="aspectFill"
              src={drawingUri(option.drawing)}
              {...imageProps('', false)}
            />
            <Text className="subject-questions__words">{option.text}</Text>
          </View>
        ))}
      </View>
      {onBack && (
        <Button kind="line" size="small" icon="back" onPress={onBack}>
          {words.back}
        </Button>
      )}
    </View>
  )
}
