import { View } from '@tarojs/components'
import { photoFieldsWords as words } from '@/locales/product/photo-fields'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'

interface PhotoActionsSheetProps {
  at: number
  failed: boolean
  /** The number of photos. */
  of: number
  /** Moves the photo to another place; absent where the order of the photos does not matter. */
  onMoveTo: ((at: number) => void) | undefined
  onRetry(): void
  onRemove(): void
  onClose(): void
}

/** The actions for one photo: retry the upload, move it, remove it. */
export function PhotoActionsSheet({
  at,
  of,
  failed,
  onMoveTo,
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
        {onMoveTo && <MoveButtons at={at} of={of} onMoveTo={(place) => closeThen(() => onMoveTo(place))()} />}
        <Button kind="bad" icon="trash" onPress={closeThen(onRemove)}>
          {words.remove}
        </Button>
      </View>
    </Sheet>
  )
}

interface MoveButtonsProps {
  at: number
  of: number
  onMoveTo(at: number): void
}

/** The second photo has one button for both the first place and the one before it. */
function MoveButtons({ at, of, onMoveTo }: MoveButtonsProps) {
  return (
    <>
      {at > 0 && (
        <Button kind="soft" onPress={() => onMoveTo(0)}>
          {words.first}
        </Button>
      )}
      {at > 1 && (
        <Button kind="soft" icon="left" onPress={() => onMoveTo(at - 1)}>
          {words.before}
        </Button>
      )}
      {at < of - 1 && (
        <Button kind="soft" icon="right" onPress={() => onMoveTo(at + 1)}>
          {words.after}
        </Button>
      )}
    </>
  )
}
