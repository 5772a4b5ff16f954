import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Figures, hardestQuestion, MIN_PEOPLE } from '@/domain/lesson/lesson-figures'
import { lessonWords } from '@/locales/lesson/lesson'
import { figuresWords as words } from '@/locales/payment/figures'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Heading } from '@/ui/text/heading'
import { ShareBar } from './share-bar'
import './figures.scss'

/** The figures of a town, a week or a lesson. */
export interface FigureGroup {
  key: string
  title: string
  /** The code of the town, of a lesson. */
  town?: string
  figures: Figures
}

const FIRST_GROUPS = 6
const MORE_GROUPS = 20

/** Groups as bars: as long as the class was large, filled as far as shops were opened. */
export function FigureList({ title, groups }: { title: string; groups: readonly FigureGroup[] }) {
  const [count, setCount] = useState(FIRST_GROUPS)
  const most = Math.max(...groups.map(({ figures }) => figures.learners), 1)
  return (
    <Card>
      <Heading className="figures__title">{title}</Heading>
      {groups.slice(0, count).map((group) => (
        <View key={group.key} className="figures__group">
          <Text className="figures__name">{group.title}</Text>
          <ShareBar
            share={group.figures.learners / most}
            filled={(group.figures.opened ?? 0) / Math.max(group.figures.learners, 1)}
          />
          <Text className="figures__note">{describe(group.figures)}</Text>
        </View>
      ))}
      {groups.length > count && (
        <Button kind="soft" size="small" onPress={() => setCount(count + MORE_GROUPS)}>
          {words.more}
        </Button>
      )}
    </Card>
  )
}

/** Why there are no figures of a group: it is too small, or each of its lessons is. */
export const whyHidden = ({ learners }: Figures): string =>
  learners < MIN_PEOPLE ? words.fewerThan(MIN_PEOPLE) : words.hidden(MIN_PEOPLE)

function describe(figures: Figures): string {
  const { learners, uncounted, opened, median } = figures
  if (opened === undefined) return `${words.people(learners)}，${whyHidden(figures)}`
  const hardest = hardestQuestion(figures)
  return [
    words.opening(learners, opened),
    ...(median === undefined ? [] : [words.half(median)]),
    ...(hardest ? [words.stopsMost(lessonWords.questions[hardest.question])] : []),
    ...(uncounted === undefined ? [] : [words.uncounted(uncounted, MIN_PEOPLE)]),
  ].join('，')
}
