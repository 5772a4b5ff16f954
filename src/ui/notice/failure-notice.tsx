import type { Failure } from '@/domain/failure'
import { describeFailure, failureTitle, offlineWords } from '@/locales/failure'
import { Button } from '@/ui/button/button'
import { Notice } from './notice'

/** A notice for a failed read, with a retry button. */
export function FailureNotice({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const icon = failure.code === 'offline' || failure.code === 'timeout' ? 'offline' : 'warn'
  return (
    <Notice icon={icon} title={failureTitle(failure)} text={describeFailure(failure)}>
      <Button kind="soft" onPress={onRetry}>
        {offlineWords.retry}
      </Button>
    </Notice>
  )
}
