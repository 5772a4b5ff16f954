import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { DraftPhoto } from '@/domain/photo'
import type { Trade } from '@/domain/shop/trade'
import { describeFailure } from '@/locales/failure'
import { photoErrorWords } from '@/locales/product/photo'
import { photoFieldsWords as words } from '@/locales/product/photo-fields'
import { pressable } from '@/platform/a11y/aria'
import type { PhotoSource } from '@/platform/media/local-photo'
import { type PhotoPicker, usePhotoSource } from '@/platform/media/use-photos'
import { WithConsent } from '@/ui/consent/with-consent'
import { Icon } from '@/ui/icon/icon'
import { Picture } from '@/ui/picture/picture'
import { Alert } from '@/ui/text/alert'
import { PhotoActionsSheet } from './photo-actions-sheet'
import './photo-fields.scss'

const sources: readonly PhotoSource[] = ['camera', 'album']

/** The state of a photo's upload. */
export type UploadState = { kind: 'sending'; part: number } | { kind: 'failed' }

/** The state and actions of photos that are uploaded as they are added. */
interface PhotoUploads extends Pick<PhotoPicker, 'request' | 'error'> {
  states: Record<Id, UploadState>
  isFull: boolean
  uploadFailure?: Failure
  send(id: Id): Promise<boolean>
  remove(id: Id): void
  moveTo(id: Id, at: number): void
}

interface PhotoFieldsProps {
  trade: Trade
  photos: readonly DraftPhoto[]
  uploads: PhotoUploads
  /** The order matters and can be changed: the first photo is the one that lists show. */
  isOrdered?: boolean
}

/** Photos and the buttons to add one; pressing a photo opens its actions. */
export function PhotoFields({ trade, photos, uploads, isOrdered = false }: PhotoFieldsProps) {
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
            isOrdered={isOrdered}
            onPress={() => setOpen(one.id)}
          />
        ))}
        {!uploads.isFull && (
          <WithConsent request={uploads.request}>
            {(pick) => sources.map((from) => <AddButton key={from} from={from} onPick={pick} />)}
          </WithConsent>
        )}
      </View>
      <Alert className="photo-fields__error">{uploads.error && photoErrorWords[uploads.error]}</Alert>
      <Alert className="photo-fields__error">
        {uploads.uploadFailure && describeFailure(uploads.uploadFailure)}
      </Alert>
      {isOrdered && photos.length > 0 && <Text className="photo-fields__hint">{words.orderHint}</Text>}
      {photo && (
        <PhotoActionsSheet
          at={at}
          failed={uploads.states[photo.id]?.kind === 'failed'}
          onClose={() => setOpen(undefined)}
          of={photos.length}
          onMoveTo={isOrdered ? (place) => uploads.moveTo(photo.id, place) : undefined}
          onRetry={() => void uploads.send(photo.id)}
          onRemove={() => uploads.remove(photo.id)}
        />
      )}
    </View>
  )
}

function AddButton({ from, onPick }: { from: PhotoSource; onPick(from: PhotoSource): void }) {
  return (
    <View className="photo-fields__add" {...pressable(words[from], () => onPick(from))}>
      <Icon name={from} size={28} />
      <Text>{words[from]}</Text>
    </View>
  )
}

interface PhotoTileProps {
  photo: DraftPhoto
  at: number
  trade: Trade
  state: UploadState | undefined
  /** The first photo is marked. */
  isOrdered: boolean
  onPress(): void
}

function stateOf({ photo, state, at, isOrdered }: PhotoTileProps): string | undefined {
  if (state?.kind === 'failed') return words.photoFailed
  if (state) return words.uploading(Math.round(state.part * 100))
  if (photo.hash === undefined) return words.waiting
  return at === 0 && isOrdered ? words.firstPhoto : undefined
}

/** One photo of a draft with its upload state. */
function PhotoTile(props: PhotoTileProps) {
  const { photo, at, trade, state, onPress } = props
  const src = usePhotoSource(photo)
  const stateText = stateOf(props)
  const label = [words.photo(at + 1), stateText].filter(Boolean).join('，')
  return (
    <View className="photo-fields__tile" {...pressable(label, onPress)}>
      <Picture src={src} art={trade} alt="" ratio={1} rounded />
      {stateText && (
        <Text className={`photo-fields__state ${state?.kind === 'failed' ? 'photo-fields__state--bad' : ''}`}>
          {stateText}
        </Text>
      )}
    </View>
  )
}
