import { View } from '@tarojs/components'
import { photoFieldsWords as words } from '@/locales/photo-fields'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'

interface PhotoActionsSheetProps {
  at: number
  failed: boolean
  /** Absent where the order of the photos does not matter. */
  onFirst: (() => void) | undefined
  onRetry(): void
  onRemove(): void
  onClose(): void
}

/** The actions for one photo: retry the upload, make it the first, remove it. */
export function PhotoActionsSheet({
  at,
  failed,
  onFirst,
  onRetry,
  onRemove,
  onClose,
}: PhotoActionsSheetProps) {
  const closeThen = (action: () => void) => () => {
    onClose()
    action()
  }
  return (
    <Sheet title={words.photo(at + 1)} onClose={onClose}>
      <View className="photo-fields__do">
        {failed && <Button onPress={closeThen(onRetry)}>{words.retry}</Button>}
        {at > 0 && onFirst && (
          <Button kind="soft" onPress={closeThen(onFirst)}>
            {words.first}
          </Button>
        )}
        <Button kind="bad" icon="trash" onPress={closeThen(onRemove)}>
          {words.remove}
        </Button>
      </View>
    </Sheet>
  )
}
