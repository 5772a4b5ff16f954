import { View } from '@tarojs/components'
import { productWords } from '@/locales/zh-CN/products'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'

interface PhotoSheetProps {
  at: number
  failed: boolean
  onFirst(): void
  onRetry(): void
  onRemove(): void
  onClose(): void
}

const words = productWords.photoSheet

/** What can be done with one photo. */
export function PhotoSheet({ at, failed, onFirst, onRetry, onRemove, onClose }: PhotoSheetProps) {
  const then = (run: () => void) => () => {
    onClose()
    run()
  }
  return (
    <Sheet title={words.title(at + 1)} onClose={onClose}>
      <View className="photo-fields__do">
        {failed && <Button onPress={then(onRetry)}>{words.retry}</Button>}
        {at > 0 && (
          <Button kind="soft" onPress={then(onFirst)}>
            {words.first}
          </Button>
        )}
        <Button kind="bad" icon="trash" onPress={then(onRemove)}>
          {words.remove}
        </Button>
      </View>
    </Sheet>
  )
}
