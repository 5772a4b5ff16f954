import { Text } from '@tarojs/components'
import { photoTroubleWords } from '@/locales/zh-CN/photo'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import type { PhotoSender } from './use-photo-sender'

interface PhotoPickerProps {
  sender: PhotoSender
  words: { camera: string; album: string; busy: string }
}

/** The two ways to a photo; while one is under way there is no other. */
export function PhotoPicker({ sender, words }: PhotoPickerProps) {
  return (
    <>
      <Button
        kind="soft"
        icon="camera"
        busy={sender.busy && words.busy}
        onPress={() => sender.pick('camera')}
      >
        {words.camera}
      </Button>
      {!sender.busy && (
        <Button kind="soft" icon="album" onPress={() => sender.pick('album')}>
          {words.album}
        </Button>
      )}
    </>
  )
}

/** Why there is no photo, or that it did not arrive in these words, and WeChat's question before the first photo. */
export function PhotoOutcome({ sender, failed }: { sender: PhotoSender; failed: string }) {
  return (
    <>
      {(sender.trouble || sender.failed) && (
        <Text className="photos-field__fault" {...aria({ role: 'alert' })}>
          {sender.trouble ? photoTroubleWords[sender.trouble] : failed}
        </Text>
      )}
      {sender.consent}
    </>
  )
}
