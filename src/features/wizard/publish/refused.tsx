import type { Failure } from '@/domain/failure'
import { sayFailure } from '@/locales/zh-CN/failure'
import { publishWords as words } from '@/locales/zh-CN/wizard'
import { newId } from '@/platform/device/new-id'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { publish, stopPublishing } from './publisher'
import { questionAbout } from './question-about'

interface RefusedProps {
  about: 'photo' | 'shop' | 'taken'
  failure: Failure
}

/** The server would not open the shop: why, in words, and the way to change just that. */
export function Refused({ about, failure }: RefusedProps) {
  if (about === 'photo') return <PhotoRefused failure={failure} />
  if (about === 'taken') return <IdTaken />
  const wrong = questionAbout(failure)
  return (
    <Notice icon="warn" title={words.refusedTitle} text={sayFailure(failure)}>
      {wrong && <Button onPress={() => stopPublishing({ at: wrong.at })}>{words.fix(wrong.title)}</Button>}
      <Button kind={wrong ? 'line' : 'main'} onPress={() => void publish()}>
        {words.retry}
      </Button>
      {!wrong && (
        <Button kind="line" onPress={() => stopPublishing()}>
          {words.edit}
        </Button>
      )}
    </Notice>
  )
}

function PhotoRefused({ failure }: { failure: Failure }) {
  const isFull = failure.code === 'storage-quota'
  const withDrawing = () => {
    stopPublishing({ photoId: null })
    void publish()
  }
  return (
    <Notice icon="picture" title={words.photoTitle} text={isFull ? sayFailure(failure) : words.photoText}>
      <Button onPress={withDrawing}>{words.useDrawing}</Button>
      <Button kind="line" onPress={() => stopPublishing({ at: 1 })}>
        {words.otherPhoto}
      </Button>
    </Notice>
  )
}

/** Other ids make it another shop; everything that was filled in stays. */
function IdTaken() {
  const anew = () => {
    stopPublishing({ shopId: newId(), productId: newId(), skuId: newId() })
    void publish()
  }
  return (
    <Notice icon="warn" title={words.takenTitle} text={words.takenText}>
      <Button onPress={anew}>{words.takenAgain}</Button>
    </Notice>
  )
}
