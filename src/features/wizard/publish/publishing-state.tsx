import { View } from '@tarojs/components'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { publishWords as words } from '@/locales/shop/wizard'
import { newId } from '@/platform/device/new-id'
import { replace } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { consentUrl } from '../consent-url'
import { useDraft } from '../shop-draft'
import { type PublishState, publishShop, stopPublishing } from './publish-shop'
import { questionForFailure } from './question-for-failure'
import './publishing-state.scss'

/** Shows the progress of opening the shop: sending, waiting for a retry, or rejected. */
export function PublishingState({ now }: { now: PublishState }) {
  return (
    <View className="publishing-state">
      <State now={now} />
    </View>
  )
}

function State({ now }: { now: PublishState }) {
  if (now.kind === 'rejected') return <PublishRejected about={now.about} failure={now.failure} />
  if (now.kind === 'waiting') {
    const { code } = now.failure
    return (
      <Notice
        icon={code === 'offline' || code === 'timeout' ? 'offline' : 'warn'}
        title={words.waitingTitle(code)}
        text={words.waitingText(code)}
      >
        <Button onPress={() => void publishShop()}>{words.retry}</Button>
        <Button kind="line" onPress={() => stopPublishing()}>
          {words.edit}
        </Button>
      </Notice>
    )
  }
  const part = now.kind === 'sending' ? now.part : null
  return (
    <Notice
      icon="store"
      title={part === null || part >= 1 ? words.sending : words.sendingPhoto(part)}
      text={words.sendingText}
    />
  )
}

interface PublishRejectedProps {
  about: 'photo' | 'shop' | 'taken'
  failure: Failure
}

/** Shows why the server rejected the shop and links to the question to correct. */
function PublishRejected({ about, failure }: PublishRejectedProps) {
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
