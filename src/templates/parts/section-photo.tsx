import { View } from '@tarojs/components'
import type { Photo } from '@/domain/photo'
import { Picture } from '@/ui/picture/picture'
import type { SectionContext, SectionShop } from '../section'

interface SectionPhotoProps {
  photo: Photo | undefined
  shop: SectionShop
  context: SectionContext
  className: string
  /** Height by width. */
  ratio: number
  wide?: boolean
}

/** A photo of a section; the trade's drawing is shown until it has loaded. */
export function SectionPhoto({ photo, shop, context, className, ratio, wide = false }: SectionPhotoProps) {
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
