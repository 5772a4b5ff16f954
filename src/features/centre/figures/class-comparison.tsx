import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wizardQuestions } from '@/domain/lesson/lesson'
import { type Figures, hardestQuestion } from '@/domain/lesson/lesson-figures'
import { lessonWords } from '@/locales/lesson/lesson'
import { figuresWords } from '@/locales/payment/figures'
import { pressable } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Heading } from '@/ui/text/heading'
import type { FigureGroup } from './figure-list'
import { ShareBar } from './share-bar'
import './figures.scss'

const words = figuresWords.comparison

/** A lesson of which is known where its learners stopped. */
type KnownLesson = FigureGroup & { figures: Figures & { stops: NonNullable<Figures['stops']> } }

const isKnown = (group: FigureGroup): group is KnownLesson => group.figures.stops !== undefined

/** A class beside the one before in the same town: at which question people stopped. Lessons come newest first. */
export function ClassComparison({ lessons }: { lessons: readonly FigureGroup[] }) {
  const [at, setAt] = useState(0)
  const known = lessons.filter(isKnown)
  const lesson = known[at]
  if (!lesson) return null
  const isOnly = known.length === 1
  const before = known.slice(at + 1).find(({ town }) => town === lesson.town)
  return (
    <Card>
      <Heading className="figures__title">{words.title}</Heading>
      <Text className="figures__note">{words.text}</Text>
      <View className="figures__switch">
        {!isOnly && (
          <Step
            name="left"
            label={words.older}
            disabled={at >= known.length - 1}
            onPress={() => setAt(at + 1)}
          />
        )}
        <Text className="figures__strong">{lesson.title}</Text>
        {!isOnly && (
          <Step name="right" label={words.newer} disabled={at === 0} onPress={() => setAt(at - 1)} />
        )}
      </View>
      <Advice figures={lesson.figures} />
      {wizardQuestions.map((question) => (
        <View key={question} className="figures__group">
          <Text className="figures__name">{lessonWords.questions[question]}</Text>
          <Stops name={words.now} kind="now" figures={lesson.figures} question={question} />
          {before && <Stops name={words.before} kind="before" figures={before.figures} question={question} />}
        </View>
      ))}
      {!before && <Text className="figures__note">{words.none}</Text>}
    </Card>
  )
}

interface StepProps {
  name: 'left' | 'right'
  label: string
  disabled: boolean
  onPress(): void
}

function Step({ name, label, disabled, onPress }: StepProps) {
  return (
    <View
      className={`figures__step ${disabled ? 'figures__step--off' : ''}`}
      {...pressable(label, onPress, { disabled })}
    >
      <Icon name={name} size={24} />
    </View>
  )
}

function Advice({ figures }: { figures: Figures }) {
  const hardest = hardestQuestion(figures)
  return (
    <Text className="figures__advice">
      {hardest ? words.most(lessonWords.questions[hardest.question]) : words.everybody}
    </Text>
  )
}

interface StopsProps {
  name: string
  kind: 'now' | 'before'
  figures: KnownLesson['figures']
  question: (typeof wizardQuestions)[number]
}

function Stops({ name, kind, figures: { stops, learners }, question }: StopsProps) {
  const part = stops[question] / learners
  return (
    <View className="figures__stops">
      <Text className="figures__which">{name}</Text>
      <ShareBar share={part} kind={kind} />
      <Text className="figures__count">{words.stopped(stops[question], part)}</Text>
    </View>
  )
}
