import { Image, Text, View } from '@tarojs/components'
import { applyWords as words } from '@/locales/payment/payment-application'
import { aria } from '@/platform/a11y/aria'
import { imageProps } from '@/platform/media/assets'
import { Button } from '@/ui/button/button'
import { WithConsent } from '@/ui/consent/with-consent'
import { Sheet } from '@/ui/sheet/sheet'
import { Status } from '@/ui/text/alert'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import { type DrawingName, drawingUri } from '../drawings'
import type { PaperPath } from './application-draft'
import { FieldError } from './apply-card'
import { type ApplicationForm, fieldId } from './use-application-form'
import { type PaperPhoto, usePaperPhoto } from './use-paper-photo'
import './apply.scss'

const drawings: Record<PaperPath, DrawingName> = {
  '/id/front': 'id-front',
  '/id/back': 'id-back',
  '/licence/photo': 'licence',
}

/** The photo of a paper: a drawing of what to take, then the photo with its upload, and the buttons to take it. */
export function PaperPhotoField({ form, path }: { form: ApplicationForm; path: PaperPath }) {
  const photo = usePaperPhoto(form, path)
  const { isByWechat } = photo.request
  const name = words.fields[path]
  const error = form.errorOf(path)
  const take = photo.source || photo.isUploaded ? words.retake : words.camera
  const shown = photo.source ?? drawingUri(drawings[path])
  return (
    <View
      id={fieldId(path)}
      className="paper"
      {...{ tabIndex: -1 }}
      {...aria({ role: 'group', label: name })}
    >
      <Text className="paper__name">{name}</Text>
      <View className="paper__frame">
        <Image
          className="paper__picture"
          mode={photo.source ? 'aspectFit' : 'aspectFill'}
          src={shown}
          {...imageProps('', false)}
        />
      </View>
      <PaperState photo={photo} hint={words.sample[path]} />
      <View className="paper__buttons">
        {photo.upload.kind === 'failed' && (
          <Button size="small" icon="refresh" label={words.photoOf(words.retry, name)} onPress={photo.retry}>
            {words.retry}
          </Button>
        )}
        <WithConsent
          request={photo.request}
          sheet={(answers) => <PaperConsentSheet isByWechat={isByWechat} {...answers} />}
        >
          {(pick) => (
            <>
              <Button
                size="small"
                kind="soft"
                icon="camera"
                label={words.photoOf(take, name)}
                onPress={() => pick('camera')}
              >
                {take}
              </Button>
              <Button
                size="small"
                kind="soft"
                icon="album"
                label={words.photoOf(words.album, name)}
                onPress={() => pick('album')}
              >
                {words.album}
              </Button>
            </>
          )}
        </WithConsent>
      </View>
      {photo.upload.kind !== 'failed' && <FieldError>{error}</FieldError>}
    </View>
  )
}

function PaperState({ photo, hint }: { photo: PaperPhoto; hint: string }) {
  const { upload, error, isUploaded, isPreparing } = photo
  if (isPreparing) return <Status className="paper__state">{words.preparing}</Status>
  if (error) return <FieldError>{error}</FieldError>
  if (upload.kind === 'failed') return <FieldError>{words.uploadFailed(upload.why)}</FieldError>
  if (upload.kind === 'sending')
    return <Text className="paper__state">{words.uploading(Math.round(upload.part * 100))}</Text>
  if (isUploaded) return <Status className="paper__state paper__state--done">{words.uploaded}</Status>
  return <Text className="paper__state">{hint}</Text>
}

interface PaperConsentSheetProps {
  /** True if the answer also grants camera and album in WeChat, which needs its own kind of button. */
  isByWechat: boolean
  onAgree(): void
  onRefuse(): void
}

/** Asks for consent before the first photo of a paper, which goes to WeChat Pay at once. */
function PaperConsentSheet({ isByWechat, onAgree, onRefuse }: PaperConsentSheetProps) {
  return (
    <Sheet title={words.consent.title} onClose={onRefuse}>
      <View className="apply__sheet">
        <Text>{words.consent.text}</Text>
        {isByWechat ? (
          <WechatButton does="agreePrivacyAuthorization" onAgree={onAgree}>
            {words.consent.agree}
          </WechatButton>
        ) : (
          <Button onPress={onAgree}>{words.consent.agree}</Button>
        )}
        <Button kind="line" onPress={onRefuse}>
          {words.consent.refuse}
        </Button>
      </View>
    </Sheet>
  )
}
