import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { publishWords as words } from '@/locales/shop/wizard'
import { newId } from '@/platform/device/new-id'
import { replace } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { consentUrl } from '../consent-url'
import { useDraft } from '../shop-draft'
import { publishShop, stopPublishing } from './publish-shop'
import { questionForFailure } from './question-for-failure'

interface PublishRejectedProps {
  about: 'photo' | 'shop' | 'taken'
  failure: Failure
}

/** Shows why the server rejected the shop and links to the question to correct. */
export function PublishRejected({ about, failure }: PublishRejectedProps) {
  if (about === 'photo') return <PhotoRejected failure={failure} />
  if (about === 'taken') return <IdTaken />
  if (failure.code === 'help-over') return <HelpOver failure={failure} />
  const question = questionForFailure(failure)
  return (
    <Notice icon="warn" title={words.refusedTitle} text={describeFailure(failure)}>
      {question && (
        <Button onPress={() => stopPublishing({ at: question.at })}>{words.fix(question.title)}</Button>
      )}
      <Button kind={question ? 'line' : 'main'} onPress={() => void publishShop()}>
        {words.retry}
      </Button>
      {!question && (
        <Button kind="line" onPress={() => stopPublishing()}>
          {words.edit}
        </Button>
      )}
    </Notice>
  )
}

function PhotoRejected({ failure }: { failure: Failure }) {
  const isFull = failure.code === 'storage-quota'
  const withDrawing = () => {
    stopPublishing({ photoId: null })
    void publishShop()
  }
  return (
    <Notice
      icon="picture"
      title={words.photoTitle}
      text={isFull ? describeFailure(failure) : words.photoText}
    >
      <Button onPress={withDrawing}>{words.useDrawing}</Button>
      <Button kind="line" onPress={() => stopPublishing({ at: 1 })}>
        {words.otherPhoto}
      </Button>
    </Notice>
  )
}

/** The person has to be asked again, because her consent is too old. */
function HelpOver({ failure }: { failure: Failure }) {
  const askAgain = () => {
    stopPublishing()
    replace(consentUrl(useDraft.getState().draft.help, 'again'))
  }
  return (
    <Notice icon="clock" title={words.refusedTitle} text={describeFailure(failure)}>
      <Button onPress={askAgain}>{words.askAgain}</Button>
    </Notice>
  )
}

/** The shop id belongs to another owner; retries under new ids with the same answers. */
function IdTaken() {
  const retryWithNewIds = () => {
    stopPublishing({ shopId: newId(), productId: newId(), skuId: newId() })
    void publishShop()
  }
  return (
    <Notice icon="warn" title={words.takenTitle} text={words.takenText}>
      <Button onPress={retryWithNewIds}>{words.takenAgain}</Button>
    </Notice>
  )
}
