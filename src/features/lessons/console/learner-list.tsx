import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { lessonWords, lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { aria, pressable } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Notice } from '@/ui/notice/notice'
import { Heading } from '@/ui/text/heading'
import type { LearnerStatus } from '../learner-status'
import { LearnerStateLine } from './learner-state-line'

interface LearnerListProps {
  statuses: readonly LearnerStatus[]
  onOpen(learnerId: Id): void
}

/** The learners, those who need the trainer first. */
export function LearnerList({ statuses, onOpen }: LearnerListProps) {
  if (statuses.length === 0) return <Notice icon="clock" title={words.empty} text={words.emptyText} />
  return (
    <View className="learner-list">
      <Heading className="learner-list__title">{words.learners}</Heading>
      <Card flush>
        <View {...aria({ role: 'list', label: words.learners })}>
          {statuses.map((status) => (
            <View key={status.learner.id} {...aria({ role: 'listitem' })}>
              <LearnerRow status={status} onPress={() => onOpen(status.learner.id)} />
            </View>
          ))}
        </View>
      </Card>
    </View>
  )
}

function LearnerRow({ status, onPress }: { status: LearnerStatus; onPress(): void }) {
  const { learner, state, spent } = status
  return (
    <View className={`learner-row learner-row--${state}`} {...pressable(null, onPress)}>
      <Text className="learner-row__seat">{lessonWords.seat(learner.seat)}</Text>
      <LearnerStateLine status={status} />
      <Text className="learner-row__time">{lessonWords.clock(spent)}</Text>
      <Icon name="forward" size={18} />
    </View>
  )
}
