import { photoErrorWords } from '@/locales/product/photo'
import { Button } from '@/ui/button/button'
import { WithConsent } from '@/ui/consent/with-consent'
import { Alert } from '@/ui/text/alert'
import type { PhotoUpload } from './use-photo-upload'

interface PhotoPickerProps {
  upload: PhotoUpload
  words: { camera: string; album: string; busy: string }
}

/** Buttons for the camera and the album; during an upload only the busy camera button is shown. */
export function PhotoPicker({ upload, words }: PhotoPickerProps) {
  return (
    <WithConsent request={upload.request}>
      {(pick) => (
        <>
          <Button kind="soft" icon="camera" busy={upload.busy && words.busy} onPress={() => pick('camera')}>
            {words.camera}
          </Button>
          {!upload.busy && (
            <Button kind="soft" icon="album" onPress={() => pick('album')}>
              {words.album}
            </Button>
          )}
        </>
      )}
    </WithConsent>
  )
}

/** The picker's error or, in the words of `failed`, the upload's. */
export function PhotoUploadStatus({ upload, failed }: { upload: PhotoUpload; failed: string }) {
  const { error } = upload
  return (
    <Alert className="photos-field__error">{error ? photoErrorWords[error] : upload.failed && failed}</Alert>
  )
}
