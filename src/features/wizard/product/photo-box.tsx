import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { photoErrorWords } from '@/locales/product/photo'
import { productQuestionWords as words } from '@/locales/shop/wizard'
import { pressable } from '@/platform/a11y/aria'
import { useAdvisedPhotos } from '@/platform/media/advised-photos'
import type { PhotoSource } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'
import { useLocalPhoto } from '@/platform/media/use-photos'
import { Button } from '@/ui/button/button'
import { WithConsent } from '@/ui/consent/with-consent'
import { PhotoAdviceSheet } from '@/ui/photo-advice/photo-advice-sheet'
import { Picture } from '@/ui/picture/picture'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import type { ShopDraft } from '../shop-draft'
import { productName } from './product-name'
import './photo-box.scss'

interface PhotoBoxProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
}

/** The product's photo: showing another one or the drawing, and picking a new one. `onShow` is called after each change. */
function useDraftPhoto(
  { photoId, lastPhotoId }: ShopDraft,
  change: PhotoBoxProps['change'],
  onShow: () => void,
) {
  const source = useLocalPhoto(photoId)
  const show = (photos: Pick<ShopDraft, 'photoId' | 'lastPhotoId'>) => {
    change(photos)
    onShow()
  }
  const photo = useAdvisedPhotos({
    onStored: (id, replaced) => {
      if (replaced) return show({ photoId: id, lastPhotoId })
      // only the current photo and the previous one stay stored
      if (photoId && lastPhotoId) void localPhotos.drop(lastPhotoId)
      show({ photoId: id, lastPhotoId: photoId ?? lastPhotoId })
    },
  })
  const missing = photoId !== null && source === null ? words.goneDrawing : undefined
  const error = photo.error ? words.badPhoto(photoErrorWords[photo.error]) : missing
  return {
    source,
    photo,
    error,
    showDrawing: () => show({ photoId: null, lastPhotoId: photoId ?? lastPhotoId }),
    showPrevious: lastPhotoId ? () => show({ photoId: lastPhotoId, lastPhotoId: photoId }) : undefined,
  }
}

/** The product's photo, or a drawing while there is none; pressing it opens the photo sources. */
export function PhotoBox({ draft, change }: PhotoBoxProps) {
  const [open, setOpen] = useState(false)
  const { source, photo, error, showDrawing, showPrevious } = useDraftPhoto(draft, change, () =>
    setOpen(false),
  )
  const label = source ? words.again : words.shoot
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
      <WithConsent request={photo.request}>
        {(pick) =>
          open &&
          !photo.request.asking && (
            <PhotoSourceSheet
              error={error}
              busy={photo.busy}
              onPick={pick}
              onDrawing={showDrawing}
              onUsePrevious={showPrevious}
              onClose={() => setOpen(false)}
            />
          )
        }
      </WithConsent>
      <PhotoAdviceSheet picker={photo} />
    </>
  )
}

interface PhotoSourceSheetProps {
  error?: string | undefined
  busy: boolean
  onPick(from: PhotoSource): void
  onDrawing(): void
  /** Restores the previous photo; absent if there is none. */
  onUsePrevious?: (() => void) | undefined
  onClose(): void
}

/** Chooses where the product's picture comes from; shows the error of a photo that cannot be used. */
function PhotoSourceSheet({ error, busy, onPick, onDrawing, onUsePrevious, onClose }: PhotoSourceSheetProps) {
  return (
    <Sheet title={words.photoSheet} onClose={onClose}>
      <View className="photo-sheet">
        <Alert className="photo-sheet__trouble">{error}</Alert>
        <Button icon="camera" disabled={busy} onPress={() => onPick('camera')}>
          {words.camera}
        </Button>
        <Button kind="soft" icon="album" disabled={busy} onPress={() => onPick('album')}>
          {words.album}
        </Button>
        {onUsePrevious && (
          <Button kind="line" icon="back" disabled={busy} onPress={onUsePrevious}>
            {words.last}
          </Button>
        )}
        <Button kind="line" icon="picture" disabled={busy} onPress={onDrawing}>
          {words.drawing}
        </Button>
      </View>
    </Sheet>
  )
}
