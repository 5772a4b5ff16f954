import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { photoErrorWords } from '@/locales/photo'
import { productQuestionWords as words } from '@/locales/wizard'
import { pressable } from '@/platform/a11y/pressable'
import { localPhotos } from '@/platform/media/photos'
import { Picture } from '@/ui/picture/picture'
import type { ConsentSheet } from '../question'
import type { ShopDraft } from '../shop-draft'
import { PhotoSourceSheet } from './photo-source-sheet'
import { productName } from './product-name'
import { useLocalPhoto } from './use-local-photo'
import { usePhotoPick } from './use-photo-pick'
import './photo-box.scss'

interface PhotoBoxProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  ConsentSheet: ConsentSheet
}

/** The product's photo, or a drawing while there is none; pressing it opens the photo sources. */
export function PhotoBox({ draft, change, ConsentSheet }: PhotoBoxProps) {
  const { photoId, lastPhotoId } = draft
  const [open, setOpen] = useState(false)
  const source = useLocalPhoto(photoId)
  const photo = usePhotoPick((id) => {
    // only the current photo and the previous one stay stored
    if (photoId && lastPhotoId) void localPhotos.drop(lastPhotoId)
    show({ photoId: id, lastPhotoId: photoId ?? lastPhotoId })
  })
  const show = (photos: Pick<ShopDraft, 'photoId' | 'lastPhotoId'>) => {
    change(photos)
    setOpen(false)
  }
  const label = source ? words.again : words.shoot
  const isMissing = photoId !== null && source === null
  return (
    <>
      <View className="photo-box" {...pressable(label, () => setOpen(true))}>
        <Picture
          src={source ?? undefined}
          art={draft.trade ?? 'plain'}
          goods={productName(draft)}
          alt=""
          ratio={1}
          rounded
        />
        <Text className="photo-box__words">{label}</Text>
      </View>
      {open && !photo.consentRequest && (
        <PhotoSourceSheet
          error={
            photo.error
              ? words.badPhoto(photoErrorWords[photo.error])
              : isMissing
                ? words.goneDrawing
                : undefined
          }
          busy={photo.busy}
          onPick={photo.pick}
          onDrawing={() => show({ photoId: null, lastPhotoId: photoId ?? lastPhotoId })}
          onUsePrevious={lastPhotoId ? () => show({ photoId: lastPhotoId, lastPhotoId: photoId }) : undefined}
          onClose={() => setOpen(false)}
        />
      )}
      {photo.consentRequest && (
        <ConsentSheet onAgree={photo.consentRequest.agree} onRefuse={photo.consentRequest.refuse} />
      )}
    </>
  )
}
