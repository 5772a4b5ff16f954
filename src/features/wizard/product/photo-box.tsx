import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { Trade } from '@/domain/trade'
import { pressable } from '@/platform/pressable'
import { Picture } from '@/ui/picture/picture'
import { productQuestionWords as words } from '@/words/zh/wizard'
import type { ConsentSheet } from '../question'
import { PhotoSheet } from './photo-sheet'
import { useLocalPhoto } from './use-local-photo'
import { usePhotoPick } from './use-photo-pick'
import './photo-box.scss'

interface PhotoBoxProps {
  trade: Trade
  photoId: Id | null
  onChange(photoId: Id | null): void
  ConsentSheet: ConsentSheet
}

/** The product's picture: the trade's drawing until a photo is taken. */
export function PhotoBox({ trade, photoId, onChange, ConsentSheet }: PhotoBoxProps) {
  const [open, setOpen] = useState(false)
  const source = useLocalPhoto(photoId)
  const photo = usePhotoPick(photoId, (id) => {
    onChange(id)
    setOpen(false)
  })
  const label = source ? words.again : words.shoot
  const gone = photoId !== null && source === null
  return (
    <>
      <View className="photo-box" {...pressable(label, () => setOpen(true))}>
        <Picture src={source ?? undefined} art={trade} alt="" ratio={1} rounded />
        <Text className="photo-box__words">{label}</Text>
      </View>
      {open && !photo.asking && (
        <PhotoSheet
          trouble={photo.failed ? words.badPhoto : gone ? words.goneDrawing : undefined}
          busy={photo.busy}
          onPick={photo.pick}
          onDrawing={() => {
            onChange(null)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      )}
      {photo.asking && <ConsentSheet onAgree={photo.asking.agree} onRefuse={photo.asking.refuse} />}
    </>
  )
}
