import { View } from '@tarojs/components'
import type { Photo } from '@/domain/photo'
import type { Trade } from '@/domain/shop/trade'
import { Picture } from '@/ui/picture/picture'
import type { SectionContext } from '../../section'

interface HeadSceneProps {
  photos: readonly Photo[]
  trade: Trade
  context: SectionContext
}

/** The photos behind, above or beside the name of a shop. */
export function HeadScene({ photos, trade, context }: HeadSceneProps) {
  if (photos.length === 0) return null
  return (
    <View className="shop-head__scene">
      {photos.map((photo) => (
        <View key={photo.id} className="shop-head__photo">
          <Picture src={context.photoUrl(photo, 750)} art={trade} alt="" ratio={0} />
        </View>
      ))}
    </View>
  )
}
