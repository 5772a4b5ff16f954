import { Text, View } from '@tarojs/components'
import { productQuestionWords as words } from '@/locales/zh-CN/wizard'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { PhotoFrom } from './use-photo-pick'
import './photo-sheet.scss'

interface PhotoSheetProps {
  trouble?: string | undefined
  busy: boolean
  onPick(from: PhotoFrom): void
  onDrawing(): void
  /** Takes back the photo before; absent where there was none. */
  onLast?: (() => void) | undefined
  onClose(): void
}

/** Where the picture comes from; a photo that cannot be used is said here, beside the other ways. */
export function PhotoSheet({ trouble, busy, onPick, onDrawing, onLast, onClose }: PhotoSheetProps) {
  return (
    <Sheet title={words.photoSheet} onClose={onClose}>
      <View className="photo-sheet">
        {trouble && (
          <Text className="photo-sheet__trouble" {...aria({ role: 'alert' })}>
            {trouble}
          </Text>
        )}
        <Button icon="camera" disabled={busy} onPress={() => onPick('camera')}>
          {words.camera}
        </Button>
        <Button kind="soft" icon="album" disabled={busy} onPress={() => onPick('album')}>
          {words.album}
        </Button>
        {onLast && (
          <Button kind="line" icon="back" disabled={busy} onPress={onLast}>
            {words.last}
          </Button>
        )}
        <Button kind="line" icon="picture" disabled={busy} onPress={onDrawing}>
          {words.drawing}
        </Button>
      </View>
    </Sheet>
  )
}
