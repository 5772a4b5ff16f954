import { View } from '@tarojs/components'
import { boardWords as words } from '@/locales/lesson/lesson'
import { useFullscreen } from '@/platform/device/fullscreen'
import { Button } from '@/ui/button/button'

/** Fills the screen; nothing where that is not possible or done. */
export function FullscreenButton() {
  const fill = useFullscreen()
  if (!fill) return null
  return (
    <View className="board__fullscreen">
      <Button kind="line" size="small" onPress={fill}>
        {words.fullscreen}
      </Button>
    </View>
  )
}
