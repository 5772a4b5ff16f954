import { View } from '@tarojs/components'
import type { Photo } from '@/domain/photo'
import { decorateWords } from '@/locales/zh-CN/decorate'
import { pressable } from '@/platform/a11y/pressable'
import { usePhotoSource } from '@/platform/media/use-photo-source'
import { Icon } from '@/ui/icon/icon'
import { Picture } from '@/ui/picture/picture'
import { PhotoOutcome, PhotoPicker } from './photo-picker'
import { usePhotoSender } from './use-photo-sender'

const words = decorateWords.field

interface PhotosFieldProps {
  /** Where they stand. */
  place: string
  photos: readonly Photo[]
  most: number
  /** Told how the list changes: a photo arrives later than it was chosen. */
  onChange(change: (photos: readonly Photo[]) => Photo[]): void
}

/** Photos of a section: taken or picked, sent at once; a look names only those that are on the server. */
export function PhotosField({ place, photos, most, onChange }: PhotosFieldProps) {
  const sender = usePhotoSender(place, (photo) => onChange((known) => [...known, photo].slice(0, most)))
  return (
    <View className="photos-field">
      {photos.length > 0 && (
        <View className="photos-field__tiles">
          {photos.map((photo, at) => (
            <Tile
              key={photo.id}
              photo={photo}
              at={at}
              onRemove={() => onChange((known) => known.filter(({ id }) => id !== photo.id))}
            />
          ))}
        </View>
      )}
      {photos.length < most && (
        <View className="photos-field__add">
          <PhotoPicker sender={sender} words={words} />
        </View>
      )}
      <PhotoOutcome sender={sender} failed={words.failed} />
    </View>
  )
}

function Tile({ photo, at, onRemove }: { photo: Photo; at: number; onRemove(): void }) {
  const src = usePhotoSource(photo)
  return (
    <View className="photos-field__tile">
      <Picture src={src} art="plain" alt={words.photo(at + 1)} ratio={1} rounded />
      <View className="photos-field__remove" {...pressable(words.removePhoto(at + 1), onRemove)}>
        <Icon name="close" size={20} />
      </View>
    </View>
  )
}
