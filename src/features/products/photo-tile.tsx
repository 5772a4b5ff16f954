import { Text, View } from '@tarojs/components'
import type { Trade } from '@/domain/trade'
import { productFormWords } from '@/locales/products'
import { pressable } from '@/platform/a11y/aria'
import { usePhotoSource } from '@/platform/media/use-photos'
import { Picture } from '@/ui/picture/picture'
import type { DraftPhoto } from './product-draft'
import type { UploadState } from './use-draft-photos'

interface PhotoTileProps {
  photo: DraftPhoto
  at: number
  trade: Trade
  state: UploadState | undefined
  onPress(): void
}

function stateWords(photo: DraftPhoto, state: UploadState | undefined, at: number): string | undefined {
  if (state?.kind === 'failed') return productFormWords.photoFailed
  if (state) return productFormWords.uploading(Math.round(state.part * 100))
  if (photo.hash === undefined) return productFormWords.waiting
  return at === 0 ? productFormWords.firstPhoto : undefined
}

/** One photo of a draft with its upload state. */
export function PhotoTile({ photo, at, trade, state, onPress }: PhotoTileProps) {
  const src = usePhotoSource(photo)
  const words = stateWords(photo, state, at)
  const label = [productFormWords.photo(at + 1), words].filter(Boolean).join('，')
  return (
    <View className="photo-fields__tile" {...pressable(label, onPress)}>
      <Picture src={src} art={trade} alt="" ratio={1} rounded />
      {words && (
        <Text className={`photo-fields__state ${state?.kind === 'failed' ? 'photo-fields__state--bad' : ''}`}>
          {words}
        </Text>
      )}
    </View>
  )
}
