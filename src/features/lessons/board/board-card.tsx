import { Text, View } from '@tarojs/components'
import { wizardQuestions } from '@/domain/lesson/lesson'
import { lessonWords, boardWords as words } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { type LearnerStatus, statusWords } from '../learner-status'
import { LessonIcon } from '../lesson-icon'
import type { Density } from './board-layout'
import './board-card.scss'

/** The state in as many words as a card of a full board has place for. */
function wordsFor(status: LearnerStatus, density: Density): string {
  const {
    learner: { stage },
    state,
    done,
  } = status
  if (density === 'large' || density === 'roomy') return statusWords(status)
  if (state === 'working' && stage !== 'opened')
    return density === 'normal' ? lessonWords.questions[stage] : lessonWords.step(done + 1)
  return density === 'normal' ? statusWords(status) : lessonWords.states[state]
}

/** One learner. Full boards leave out the time and the progress, the fullest the words as well. */
export function BoardCard({ status, density }: { status: LearnerStatus; density: Density }) {
  const { learner, state, done, spent } = status
  const isFull = density === 'dense' || density === 'tiny'
  const time = lessonWords.clock(spent)
  return (
    <View
      className={`board-card board-card--${state}`}
      {...aria({
        role: 'listitem',
        ...(density === 'tiny' ? { label: words.card(learner.seat, wordsFor(status, density)) } : {}),
      })}
    >
      <View className="board-card__head">
        <Text className="board-card__seat">
          {density === 'tiny' ? String(learner.seat) : lessonWords.seat(learner.seat)}
        </Text>
        {!isFull && <Text className="board-card__time">{time}</Text>}
        {density === 'tiny' && <LessonIcon name={state} />}
      </View>
      {!isFull && <Progress done={done} />}
      {density !== 'tiny' && (
        <View className="board-card__state">
          <LessonIcon name={state} />
          <Text className="board-card__words">{wordsFor(status, density)}</Text>
        </View>
      )}
    </View>
  )
}

/** One segment for each question: answered, the present one, and those to come. */
function Progress({ done }: { done: number }) {
  return (
    <View className="board-card__progress" {...aria({ role: 'img', label: words.progress(done) })}>
      {wizardQuestions.map((question, at) => (
        <View
          key={question}
          className={`board-card__segment ${at < done ? 'board-card__segment--done' : ''} ${at === done ? 'board-card__segment--now' : ''}`}
        />
      ))}
    </View>
  )
}
