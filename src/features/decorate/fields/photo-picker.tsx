import { Text } from '@tarojs/components'
import { photoErrorWords } from '@/locales/photo'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import type { PhotoUpload } from './use-photo-upload'

interface PhotoPickerProps {
  upload: PhotoUpload
  words: { camera: string; album: string; busy: string }
}

/** Buttons for the camera and the album; during an upload only the busy camera button is shown. */
export function PhotoPicker({ upload, words }: PhotoPickerProps) {
  return (
    <>
      <Button
        kind="soft"
        icon="camera"
        busy={upload.busy && words.busy}
        onPress={() => upload.pick('camera')}
      >
        {words.camera}
      </Button>
      {!upload.busy && (
        <Button kind="soft" icon="album" onPress={() => upload.pick('album')}>
          {words.album}
        </Button>
      )}
    </>
  )
}

/** The picker's error or, in the words of `failed`, the upload's; and WeChat's consent sheet before the first photo. */
export function PhotoUploadStatus({ upload, failed }: { upload: PhotoUpload; failed: string }) {
  return (
    <>
      {(upload.error || upload.failed) && (
        <Text className="photos-field__fault" {...aria({ role: 'alert' })}>
          {upload.error ? photoErrorWords[upload.error] : failed}
        </Text>
      )}
      {upload.consent}
    </>
  )
}
