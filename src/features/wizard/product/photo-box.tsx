import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { photoTroubleWords } from '@/locales/zh-CN/photo'
import { productQuestionWords as words } from '@/locales/zh-CN/wizard'
import { pressable } from '@/platform/a11y/pressable'
import { localPhotos } from '@/platform/media/photos'
import { Picture } from '@/ui/picture/picture'
import type { Draft } from '../draft'
import type { ConsentSheet } from '../question'
import { PhotoSheet } from './photo-sheet'
import { productName } from './product-name'
import { useLocalPhoto } from './use-local-photo'
import { usePhotoPick } from './use-photo-pick'
import './photo-box.scss'

interface PhotoBoxProps {
  draft: Draft
  change(part: Partial<Draft>): void
  ConsentSheet: ConsentSheet
}

/** The product's picture: the trade's drawing until a photo is taken. The one before it is a tap away. */
export function PhotoBox({ draft, change, ConsentSheet }: PhotoBoxProps) {
  const { photoId, lastPhotoId } = draft
  const [open, setOpen] = useState(false)
  const source = useLocalPhoto(photoId)
  const photo = usePhotoPick((id) => {
    // of what was photographed, this one and the one before are kept
    if (photoId && lastPhotoId) void localPhotos.drop(lastPhotoId)
    show({ photoId: id, lastPhotoId: photoId ?? lastPhotoId })
  })
  const show = (photos: Pick<Draft, 'photoId' | 'lastPhotoId'>) => {
    change(photos)
    setOpen(false)
  }
  const label = source ? words.again : words.shoot
  const gone = photoId !== null && source === null
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
      {open && !photo.asking && (
        <PhotoSheet
          trouble={
            photo.trouble
              ? words.badPhoto(photoTroubleWords[photo.trouble])
              : gone
                ? words.goneDrawing
                : undefined
          }
          busy={photo.busy}
          onPick={photo.pick}
          onDrawing={() => show({ photoId: null, lastPhotoId: photoId ?? lastPhotoId })}
          onLast={lastPhotoId ? () => show({ photoId: lastPhotoId, lastPhotoId: photoId }) : undefined}
          onClose={() => setOpen(false)}
        />
      )}
      {photo.asking && <ConsentSheet onAgree={photo.asking.agree} onRefuse={photo.asking.refuse} />}
    </>
  )
}
