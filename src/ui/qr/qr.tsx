import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { aria } from '@/platform/a11y/aria'
import { imageProps } from '@/platform/media/assets'
import { qrUri } from '@/ui/art/qr-uri'
import './qr.scss'

/** A QR code of a text; `label` is its accessible name. */
export function Qr({ text, label, size = 132 }: { text: string; label: string; size?: number }) {
  const src = useMemo(() => qrUri(text), [text])
  return (
    <View
      className="qr"
      style={{ width: `${size}px`, height: `${size}px` }}
      {...aria({ role: 'img', label })}
    >
      <Image className="qr__image" src={src} mode="aspectFit" {...imageProps('', false)} />
    </View>
  )
}
