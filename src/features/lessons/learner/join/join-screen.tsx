import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { lessonJoinWords as words } from '@/locales/lesson/lesson-join'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { JoinConsent } from './join-consent'
import { NumberEntry } from './number-entry'
import { useJoin } from './use-join'
import './join-screen.scss'

function describe(failure: Failure): string {
  const { code, retryAfter = 0 } = failure
  if (code === 'too-many') return words.tooMany(Math.max(1, Math.ceil(retryAfter / 60)))
  return words.failure(code) ?? describeFailure(failure)
}

/** Joins a lesson, by the number of a scanned code or one that is typed. */
export function JoinScreen({ scanned }: { scanned: string }) {
  const { phase, lesson, failure, isScanned, ...joining } = useJoin(scanned)
  const error = failure && <Alert className="join-screen__error">{describe(failure)}</Alert>
  if (lesson && (phase === 'asking' || phase === 'joining'))
    return (
      <JoinConsent
        lesson={lesson}
        isJoining={phase === 'joining'}
        error={error}
        onJoin={joining.join}
        onRefuse={joining.refuse}
        onReturn={joining.openWizard}
      />
    )
  if (phase === 'finding' && isScanned)
    return (
      <Page title={words.title}>
        <Skeleton />
      </Page>
    )
  return <NumberEntry {...joining} isFinding={phase !== 'typing'} error={error} />
}
