import { Text, View } from '@tarojs/components'
import type { DraftPhoto } from '@/domain/photo'
import type { Trade } from '@/domain/shop/trade'
import { photoFieldsWords as words } from '@/locales/product/photo-fields'
import { pressable } from '@/platform/a11y/aria'
import { usePhotoSource } from '@/platform/media/use-photos'
import { Picture } from '@/ui/picture/picture'
import type { UploadState } from './photo-fields'

interface PhotoTileProps {
  photo: DraftPhoto
  at: number
  trade: Trade
  state: UploadState | undefined
  /** The first photo is marked. */
  isOrdered: boolean
  onPress(): void
}

function stateOf({ photo, state, at, isOrdered }: PhotoTileProps): string | undefined {
  if (state?.kind === 'failed') return words.photoFailed
  if (state) return words.uploading(Math.round(state.part * 100))
  if (photo.hash === undefined) return words.waiting
  return at === 0 && isOrdered ? words.firstPhoto : undefined
}

/** One photo of a draft with its upload state. */
export function PhotoTile(props: PhotoTileProps) {
  const { photo, at, trade, state, onPress } = props
  const src = usePhotoSource(photo)
  const stateText = stateOf(props)
  const label = [words.photo(at + 1), stateText].filter(Boolean).join('，')
  return (
    <View className="photo-fields__tile" {...pressable(label, onPress)}>
      <Picture src={src} art={trade} alt="" ratio={1} rounded />
      {stateText && (
        <Text className={`photo-fields__state ${state?.kind === 'failed' ? 'photo-fields__state--bad' : ''}`}>
          {stateText}
        </Text>
      )}
    </View>
  )
}
