import { View } from '@tarojs/components'
import type { Photo } from '@/domain/photo'
import { decorateWords } from '@/locales/look/decorate'
import { pressable } from '@/platform/a11y/aria'
import { usePhotoSource } from '@/platform/media/use-photos'
import { Icon } from '@/ui/icon/icon'
import { Picture } from '@/ui/picture/picture'
import { PhotoPicker, PhotoUploadStatus } from './photo-picker'
import { usePhotoUpload } from './use-photo-upload'

const words = decorateWords.field

interface PhotosFieldProps {
  /** The upload slot of the section that the photos belong to. */
  slot: string
  photos: readonly Photo[]
  max: number
  /** Gets a change to apply to the current list: an upload ends later than its photo was chosen. */
  onChange(change: (photos: readonly Photo[]) => Photo[]): void
}

/** A section's photos. A photo is uploaded as soon as it is chosen and joins the look once the server has it. */
export function PhotosField({ slot, photos, max, onChange }: PhotosFieldProps) {
  const upload = usePhotoUpload(slot, (photo) => onChange((known) => [...known, photo].slice(0, max)))
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
      {photos.length < max && (
        <View className="photos-field__add">
          <PhotoPicker upload={upload} words={words} />
        </View>
      )}
      <PhotoUploadStatus upload={upload} failed={words.failed} />
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
