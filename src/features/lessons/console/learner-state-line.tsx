import { Text, View } from '@tarojs/components'
import { lessonWords } from '@/locales/lesson/lesson'
import { type LearnerStatus, statusWords } from '../learner-status'
import { LessonIcon } from '../lesson-icon'

/** The state of a learner; for one who needs help, also the question where that is. */
export function LearnerStateLine({ status }: { status: LearnerStatus }) {
  const { learner, state } = status
  const needsHelp = state === 'hand' || state === 'still'
  return (
    <View className={`learner-state learner-state--${state}`}>
      <LessonIcon name={state} />
      <View className="learner-state__words">
        <Text>{statusWords(status)}</Text>
        {needsHelp && learner.stage !== 'opened' && (
          <Text className="learner-state__stage">{lessonWords.questions[learner.stage]}</Text>
        )}
      </View>
    </View>
  )
}
