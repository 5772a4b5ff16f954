import { View } from '@tarojs/components'
import { SectionTitle } from '../../goods/section-title'
import { SectionPhoto } from '../../parts/section-photo'
import { SectionPlaceholder } from '../../parts/section-placeholder'
import type { SectionProps } from '../../section'
import type { PhotoWallSettings } from './settings'
import { photoWallWords as words } from './words'
import './section.scss'

/** A wall of photos. */
export function PhotoWall({ settings, shop, context }: SectionProps<PhotoWallSettings>) {
  const { title, photos, form } = settings
  if (photos.length === 0)
    return (
      <SectionPlaceholder
        context={context}
        icon="album"
        title={title || words.title}
        words={words.unfilled}
      />
    )
  return (
    <View className={`look__section photo-wall photo-wall--${form}`}>
      <SectionTitle>{title}</SectionTitle>
      <View className={`photo-wall__photos ${photos.length === 1 ? 'photo-wall__photos--one' : ''}`}>
        {photos.map((photo, at) => (
          <SectionPhoto
            key={photo.id}
            photo={photo}
            shop={shop}
            context={context}
            className="photo-wall__photo"
            ratio={photos.length === 1 ? 0.62 : 1}
            wide={photos.length === 1 || (form === 'mosaic' && at === 0)}
          />
        ))}
      </View>
    </View>
  )
}
