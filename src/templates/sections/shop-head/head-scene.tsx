import { View } from '@tarojs/components'
import type { Trade } from '@/domain/shop/trade'
import { mayBeWide } from '@/platform/device/use-wide-window'
import { Picture } from '@/ui/picture/picture'
import type { SectionContext } from '../../section'
import type { ScenePhoto } from './scene'

interface HeadSceneProps {
  photos: readonly ScenePhoto[]
  /** The scene reaches both edges of a wide window, where a banner has a flat crop. */
  isFlat: boolean
  trade: Trade
  context: SectionContext
}

/** The photos behind, above or beside the name of a shop. */
export function HeadScene({ photos, isFlat, trade, context }: HeadSceneProps) {
  if (photos.length === 0) return null
  return (
    <View className="shop-head__scene">
      {photos.map(({ photo, isBanner }) => {
        const hasFlat = isBanner && isFlat && mayBeWide
        const src = isBanner ? context.cropUrl(photo, 'head') : context.photoUrl(photo, 750)
        return (
          <View key={photo.id} className="shop-head__photo">
            <View className={hasFlat ? 'shop-head__narrow' : ''}>
              <Picture src={src} art={trade} alt="" ratio={0} />
            </View>
            {hasFlat && (
              <View className="shop-head__flat">
                <Picture src={context.cropUrl(photo, 'head-wide')} art={trade} alt="" ratio={0} lazy />
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
