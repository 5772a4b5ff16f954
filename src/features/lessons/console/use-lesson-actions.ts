import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import type { RouteBody } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { lessonConsoleWords } from '@/locales/lesson/lesson'
import type { Board } from '../board-types'

type LessonAction = RouteBody<'POST /api/lessons/:lessonId/actions'>
type WithoutId<Action> = Action extends unknown ? Omit<Action, 'id'> : never

/** An action of the trainer, of which the id is made when it is sent. */
export type NewAction = WithoutId<LessonAction>

export type LessonActions = ReturnType<typeof useLessonActions>

const errorOf = (action: NewAction, failure: Failure): string =>
  failure.code === 'not-found' && 'learnerId' in action ? lessonConsoleWords.left : describeFailure(failure)

/** The trainer's actions in a lesson. A retry after a lost reply is the same request; `onBoard` gets the board of each reply. */
export function useLessonActions(lessonId: Id, onBoard: (board: Board) => void) {
  /** The action that is being sent. */
  const [busy, setBusy] = useState<NewAction['action']>()
  /** Why the last action was not done, in words. */
  const [error, setError] = useState<string>()

  /** Does an action; resolves to whether it is done. */
  async function act(action: NewAction): Promise<boolean> {
    setBusy(action.action)
    setError(undefined)
    const result = await sendOnce(`${lessonId} ${JSON.stringify(action)}`, (id) =>
      call<'POST /api/lessons/:lessonId/actions'>('POST /api/lessons/:lessonId/actions', {
        params: { lessonId },
        body: { id, ...action } as LessonAction,
      }),
    )
    setBusy(undefined)
    if (result.ok) onBoard(result.data)
    else setError(errorOf(action, result.failure))
    return result.ok
  }

  return { act, busy, error, clearError: () => setError(undefined) }
}
