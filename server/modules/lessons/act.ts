import type { RouteBody } from '@/contract/routes'
import { lessonExamples } from '@/domain/lesson/lesson'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { changeLearner, changeLesson, findLesson, type LessonRow, readmitLearner } from './store'

type LessonAction = RouteBody<'POST /api/lessons/:lessonId/actions'>
type ActionOnLearner = Extract<LessonAction, { learnerId: string }>

/** The columns of the lesson that an action changes, with their new values. */
function changeOfLesson(action: LessonAction, { example, focus_turn }: LessonRow, now: number) {
  switch (action.action) {
    case 'focus':
      return { focus: action.question, focus_turn: focus_turn + 1 }
    case 'pause':
      return { paused: 1 }
    case 'resume':
      return { paused: 0 }
    case 'lock':
      return { locked: 1 }
    case 'unlock':
      return { locked: 0 }
    case 'next-example':
      return { example: example === null ? 0 : (example + 1) % lessonExamples.length }
    case 'end':
      return { ended_at: now, number: null, paused: 0 }
    default:
      return {}
  }
}

function changeOfLearner(tx: Query, lessonId: string, action: ActionOnLearner, now: number) {
  const change = (set: Parameters<typeof changeLearner>[3]) =>
    changeLearner(tx, lessonId, action.learnerId, set)
  if (action.action === 'lower-hand') return change({ hand_at: null })
  if (action.action === 'remove') return change({ left_at: now, removed_at: now, hand_at: null })
  if (action.action === 'readmit') return readmitLearner(tx, lessonId, action.learnerId)
  return change((eb) => ({ pointer: action.place, pointer_turn: eb('pointer_turn', '+', 1) }))
}

/**
 * Carries out a trainer's action in a lesson. The last action is recognized by its id and not repeated.
 * @throws ApiError `lesson-over`, `not-found` for a learner who is not in the lesson.
 */
export async function actInLesson(
  { clock }: Pick<AppDependencies, 'clock'>,
  tx: Query,
  lessonId: string,
  action: LessonAction,
): Promise<void> {
  const lesson = await findLesson(tx, lessonId)
  if (!lesson) throw new ApiError('not-found')
  if (lesson.last_action === action.id) return
  const change = { ...changeOfLesson(action, lesson, clock()), last_action: action.id }
  if (!(await changeLesson(tx, lessonId, change))) throw new ApiError('lesson-over')
  if ('learnerId' in action && !(await changeOfLearner(tx, lessonId, action, clock())))
    throw new ApiError('not-found')
}
