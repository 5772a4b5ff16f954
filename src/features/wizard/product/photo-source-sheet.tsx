import { View } from '@tarojs/components'
import { productQuestionWords as words } from '@/locales/shop/wizard'
import type { PhotoSource } from '@/platform/media/local-photo'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import './photo-source-sheet.scss'

interface PhotoSourceSheetProps {
  error?: string | undefined
  busy: boolean
  onPick(from: PhotoSource): void
  onDrawing(): void
  /** Restores the previous photo; absent if there is none. */
  onUsePrevious?: (() => void) | undefined
  onClose(): void
}

/** Chooses where the product's picture comes from; shows the error of a photo that cannot be used. */
export function PhotoSourceSheet({
  error,
  busy,
  onPick,
  onDrawing,
  onUsePrevious,
  onClose,
}: PhotoSourceSheetProps) {
  return (
    <Sheet title={words.photoSheet} onClose={onClose}>
      <View className="photo-sheet">
        <Alert className="photo-sheet__trouble">{error}</Alert>
        <Button icon="camera" disabled={busy} onPress={() => onPick('camera')}>
          {words.camera}
        </Button>
        <Button kind="soft" icon="album" disabled={busy} onPress={() => onPick('album')}>
          {words.album}
        </Button>
        {onUsePrevious && (
          <Button kind="line" icon="back" disabled={busy} onPress={onUsePrevious}>
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
