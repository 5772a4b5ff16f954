import { Alert } from '@/ui/text/alert'
import type { LessonActions } from './use-lesson-actions'

/** Why the last action was not done; nothing when it was. */
export function SheetFault({ actions: { fault } }: { actions: Pick<LessonActions, 'fault'> }) {
  if (!fault) return null
  return <Alert className="console-sheet__fault">{fault}</Alert>
}
