import { View } from '@tarojs/components'
import type { Photo } from '@/domain/photo'
import { Picture } from '@/ui/picture/picture'
import type { SectionContext, ShopFace } from '../section'

interface FramedProps {
  photo: Photo | undefined
  shop: ShopFace
  context: SectionContext
  className: string
  /** Height by width. */
  ratio: number
  wide?: boolean
}

/** One photo of a section's own; the trade's drawing while it does not load. */
export function Framed({ photo, shop, context, className, ratio, wide = false }: FramedProps) {
  return (
    <View className={className}>
      <Picture
        src={photo && context.photoUrl(photo, wide ? 750 : 375)}
        art={shop.trade}
        alt=""
        ratio={ratio}
        lazy
      />
    </View>
  )
}
