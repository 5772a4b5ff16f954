import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { Trade } from '@/domain/trade'
import { sayFailure } from '@/locales/zh-CN/failure'
import { photoTroubleWords } from '@/locales/zh-CN/photo'
import { productWords } from '@/locales/zh-CN/products'
import { aria } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { Icon } from '@/ui/icon/icon'
import { PhotoSheet } from './photo-sheet'
import { PhotoTile } from './photo-tile'
import type { DraftPhoto } from './product-draft'
import type { DraftPhotos } from './use-draft-photos'
import './photo-fields.scss'

interface PhotoFieldsProps {
  trade: Trade
  photos: readonly DraftPhoto[]
  sending: DraftPhotos
  onPick(from: 'camera' | 'album'): void
}

/** A product's photos, the first one first; a tap on one offers what can be done with it. */
export function PhotoFields({ trade, photos, sending, onPick }: PhotoFieldsProps) {
  const [open, setOpen] = useState<Id>()
  const at = photos.findIndex(({ id }) => id === open)
  const photo = photos[at]
  return (
    <View className="photo-fields">
      <View className="photo-fields__tiles">
        {photos.map((one, i) => (
          <PhotoTile
            key={one.id}
            photo={one}
            at={i}
            trade={trade}
            state={sending.states[one.id]}
            onPress={() => setOpen(one.id)}
          />
        ))}
        {!sending.full && (
          <>
            <View className="photo-fields__add" {...pressable(productWords.camera, () => onPick('camera'))}>
              <Icon name="camera" size={28} />
              <Text>{productWords.camera}</Text>
            </View>
            <View className="photo-fields__add" {...pressable(productWords.album, () => onPick('album'))}>
              <Icon name="album" size={28} />
              <Text>{productWords.album}</Text>
            </View>
          </>
        )}
      </View>
      {sending.trouble && (
        <Text className="photo-fields__fault" {...aria({ role: 'alert' })}>
          {photoTroubleWords[sending.trouble]}
        </Text>
      )}
      {sending.refusal && (
        <Text className="photo-fields__fault" {...aria({ role: 'alert' })}>
          {sayFailure(sending.refusal)}
        </Text>
      )}
      {photos.length > 0 && <Text className="photo-fields__hint">{productWords.photosHint}</Text>}
      {photo && (
        <PhotoSheet
          at={at}
          failed={sending.states[photo.id]?.kind === 'failed'}
          onClose={() => setOpen(undefined)}
          onFirst={() => sending.putFirst(photo.id)}
          onRetry={() => void sending.send(photo.id)}
          onRemove={() => sending.remove(photo.id)}
        />
      )}
    </View>
  )
}
