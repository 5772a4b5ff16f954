import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Photo, type PhotoWidth, photoPath } from '@/domain/photo'
import type { Trade } from '@/domain/shop/trade'
import { productPageWords } from '@/locales/storefront/storefront'
import { aria, pressable } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { usePhotoViewer } from '@/platform/media/photo-viewer'
import { Picture } from '@/ui/picture/picture'
import './product-photos.scss'

interface ProductPhotosProps {
  photos: readonly Photo[]
  trade: Trade
  name: string
}

const urlAt = (photo: Photo | undefined, width: PhotoWidth) => photo && assetUrl(photoPath(photo.hash, width))

/** A product's photo, large, with thumbnails of all its photos below. */
export function ProductPhotos({ photos, trade, name }: ProductPhotosProps) {
  const [shown, show] = useState(0)
  const photo = photos[shown] ?? photos[0]
  const urls = photos.map((each) => urlAt(each, 1200) ?? '')
  const viewer = usePhotoViewer(urls, name, productPageWords.viewer)
  return (
    <View className="product-photos">
      <View
        className="product-photos__main"
        {...(photo
          ? pressable(productPageWords.viewer.open(name), () => viewer.open(photos.indexOf(photo)))
          : {})}
      >
        <Picture src={urlAt(photo, 1200)} art={trade} goods={name} alt={name} ratio={0.75} fits />
      </View>
      {photos.length > 1 && (
        <View
          className="product-photos__others"
          {...aria({ role: 'radiogroup', label: productPageWords.photos })}
        >
          {photos.map((each, at) => (
            <View
              key={each.id}
              className={`product-photos__other ${each === photo ? 'product-photos__other--on' : ''}`}
              {...pressable(productPageWords.photo(at + 1, photos.length), () => show(at), {
                role: 'radio',
                checked: each === photo,
              })}
            >
              <Picture src={urlAt(each, 375)} art={trade} goods={name} alt="" ratio={1} lazy />
            </View>
          ))}
        </View>
      )}
      {viewer.view}
    </View>
  )
}
