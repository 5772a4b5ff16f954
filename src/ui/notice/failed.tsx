import type { Failure } from '@/domain/failure'
import { failedTitle, offlineWords, sayFailure } from '@/locales/zh-CN/failure'
import { Button } from '@/ui/button/button'
import { Notice } from './notice'

/** A read that failed: what happened in plain words, and the way to try again. */
export function Failed({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const icon = failure.code === 'offline' || failure.code === 'timeout' ? 'offline' : 'warn'
  return (
    <Notice icon={icon} title={failedTitle(failure)} text={sayFailure(failure)}>
      <Button kind="soft" onPress={onRetry}>
        {offlineWords.retry}
      </Button>
    </Notice>
  )
}
