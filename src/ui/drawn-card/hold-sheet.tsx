import { Image, Text, View } from '@tarojs/components'
import { drawnCardWords } from '@/locales/look/drawn-card'
import { imageProps } from '@/platform/media/assets'
import { Sheet } from '@/ui/sheet/sheet'
import './hold-sheet.scss'

interface HoldSheetProps {
  title: string
  src: string
  onClose(): void
}

/** A sheet with a drawn card, for platforms where only a long press can save it. */
export function HoldSheet({ title, src, onClose }: HoldSheetProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="hold-sheet">
        <Text>{drawnCardWords.hold}</Text>
        <Image
          className="hold-sheet__picture"
          src={src}
          mode="widthFix"
          showMenuByLongpress
          {...imageProps(title, false)}
        />
      </View>
    </Sheet>
  )
}
