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
import type { PhotoPicker } from '@/platform/media/use-photos'
import { WithConsent } from '@/ui/consent/with-consent'
import { Icon } from '@/ui/icon/icon'
import { Alert } from '@/ui/text/alert'
import { PhotoActionsSheet } from './photo-actions-sheet'
import { PhotoTile } from './photo-tile'
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
      {uploads.error && <PhotoError>{photoErrorWords[uploads.error]}</PhotoError>}
      {uploads.uploadFailure && <PhotoError>{describeFailure(uploads.uploadFailure)}</PhotoError>}
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

function PhotoError({ children }: { children: string }) {
  return <Alert className="photo-fields__fault">{children}</Alert>
}
