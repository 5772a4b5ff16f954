import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { Trade } from '@/domain/trade'
import { describeFailure } from '@/locales/failure'
import { photoErrorWords } from '@/locales/photo'
import { productFormWords } from '@/locales/products'
import { aria, pressable } from '@/platform/a11y/aria'
import type { PhotoSource } from '@/platform/media/local-photo'
import { Icon } from '@/ui/icon/icon'
import { PhotoActionsSheet } from './photo-actions-sheet'
import { PhotoTile } from './photo-tile'
import type { DraftPhoto } from './product-draft'
import type { DraftPhotos } from './use-draft-photos'
import './photo-fields.scss'

const sources: readonly PhotoSource[] = ['camera', 'album']

interface PhotoFieldsProps {
  trade: Trade
  photos: readonly DraftPhoto[]
  uploads: DraftPhotos
}

/** A product's photos and the buttons to add one; pressing a photo opens its actions. */
export function PhotoFields({ trade, photos, uploads }: PhotoFieldsProps) {
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
            state={uploads.states[one.id]}
            onPress={() => setOpen(one.id)}
          />
        ))}
        {!uploads.isFull && sources.map((from) => <AddButton key={from} from={from} onPick={uploads.pick} />)}
      </View>
      {uploads.error && <PhotoError>{photoErrorWords[uploads.error]}</PhotoError>}
      {uploads.uploadFailure && <PhotoError>{describeFailure(uploads.uploadFailure)}</PhotoError>}
      {photos.length > 0 && <Text className="photo-fields__hint">{productFormWords.photosHint}</Text>}
      {photo && (
        <PhotoActionsSheet
          at={at}
          failed={uploads.states[photo.id]?.kind === 'failed'}
          onClose={() => setOpen(undefined)}
          onFirst={() => uploads.putFirst(photo.id)}
          onRetry={() => void uploads.send(photo.id)}
          onRemove={() => uploads.remove(photo.id)}
        />
      )}
    </View>
  )
}

function AddButton({ from, onPick }: { from: PhotoSource; onPick(from: PhotoSource): void }) {
  return (
    <View className="photo-fields__add" {...pressable(productFormWords[from], () => onPick(from))}>
      <Icon name={from} size={28} />
      <Text>{productFormWords[from]}</Text>
    </View>
  )
}

function PhotoError({ children }: { children: string }) {
  return (
    <Text className="photo-fields__fault" {...aria({ role: 'alert' })}>
      {children}
    </Text>
  )
}
