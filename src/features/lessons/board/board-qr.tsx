import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { lessonWords } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { imageProps } from '@/platform/media/assets'
import { qrUri } from '@/ui/art/qr-uri'

/** The QR code for joining a lesson, in a size that follows the window. */
export function BoardQr({ text, number }: { text: string; number: string }) {
  const src = useMemo(() => qrUri(text), [text])
  return (
    <View className="board__qr" {...aria({ role: 'img', label: lessonWords.joinQr(number) })}>
      <Image className="board__qr-image" src={src} mode="aspectFit" {...imageProps('', false)} />
    </View>
  )
}
