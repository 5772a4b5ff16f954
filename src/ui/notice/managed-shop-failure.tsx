import type { Failure } from '@/domain/failure'
import { merchantDashboardWords as words } from '@/locales/shop/merchant-dashboard'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { FailureNotice } from './failure-notice'
import { Notice } from './notice'

/** A notice for a managed shop that could not be read: offers key sign-in if this phone does not manage it, else a retry. */
export function ManagedShopFailure({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  if (failure.code !== 'not-found') return <FailureNotice failure={failure} onRetry={onRetry} />
  return (
    <Notice icon="store" title={words.goneTitle} text={words.goneText}>
      <Button onPress={() => restart(urlOf('key'))}>{words.useKey}</Button>
      <Button kind="line" onPress={() => restart(urlOf('home'))}>
        {words.toHome}
      </Button>
    </Notice>
  )
}
