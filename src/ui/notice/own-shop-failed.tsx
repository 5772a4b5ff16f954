import type { Failure } from '@/domain/failure'
import { deskWords as words } from '@/locales/zh-CN/merchant-dashboard'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Failed } from './failed'
import { Notice } from './notice'

/** A seller's own shop that could not be read: it is not this phone's, which its key can change, or trying again may help. */
export function OwnShopFailed({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  if (failure.code !== 'not-found') return <Failed failure={failure} onRetry={onRetry} />
  return (
    <Notice icon="store" title={words.goneTitle} text={words.goneText}>
      <Button onPress={() => restart(urlOf('key'))}>{words.useKey}</Button>
      <Button kind="line" onPress={() => restart(urlOf('home'))}>
        {words.toHome}
      </Button>
    </Notice>
  )
}
