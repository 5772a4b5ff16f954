import { useRef, useState } from 'react'
import type { Id } from '@/domain/id'
import type { PhotoFault } from '@/domain/photo-quality'
import { judgeLocalPhoto } from './judge-photo'
import type { PhotoSource } from './local-photo'
import { localPhotos } from './photos'
import { type PhotoPicker, type PhotoPickerOptions, usePhotoPicker } from './use-photos'

/** A photo that is stored although it has a fault, and the two answers to it. */
export interface PhotoAdvice {
  id: Id
  fault: PhotoFault
  from: PhotoSource
  /** Takes or picks another from the same source in a tap handler; once that is stored, it replaces this photo, which is dropped. */
  retake(): void
  keep(): void
}

export interface AdvisedPhotoPicker extends PhotoPicker {
  /** Set while a photo with a fault waits for an answer. */
  advice?: PhotoAdvice
}

interface AdvisedPickerOptions extends Omit<PhotoPickerOptions, 'subject' | 'onStored'> {
  /** Gets the id of each photo once it is stored on this phone, and the id of the photo that it replaces. */
  onStored(id: Id, replaced?: Id): void
}

/**
 * A picker of photos of goods that are judged. Of several photos, the first with a fault has an advice. It is stored like the others,
 * so that it is not lost if the page ends before the answer; `onFinish` waits for the answer.
 */
export function useAdvisedPhotos({ most, onStored, onFinish }: AdvisedPickerOptions): AdvisedPhotoPicker {
  const [faulty, setFaulty] = useState<Pick<PhotoAdvice, 'id' | 'fault' | 'from'>>()
  /** The first fault of the current pick. */
  const found = useRef<typeof faulty>()
  /** The photos that wait for an answer. */
  const waiting = useRef<Id[]>([])

  function finish() {
    const ids = waiting.current
    waiting.current = []
    setFaulty(undefined)
    onFinish?.(ids)
  }

  const picker = usePhotoPicker({
    // while there is an advice, only the retaken photo is picked
    ...(faulty ? { most: 1 } : most === undefined ? {} : { most }),
    onStored(id, from) {
      const judged = found.current ? Promise.resolve(undefined) : judgeLocalPhoto(id)
      return judged.then((fault) => {
        if (fault) found.current = { id, fault, from }
        const replaced = faulty?.id
        waiting.current = waiting.current.filter((one) => one !== replaced).concat(id)
        onStored(id, replaced)
        if (replaced) void localPhotos.drop(replaced)
      })
    },
    onFinish(ids) {
      // a photo that could not be retaken keeps its advice
      if (ids.length === 0 && faulty) return
      setFaulty(found.current)
      if (!found.current) finish()
      found.current = undefined
    },
  })
  return {
    ...picker,
    ...(faulty
      ? { advice: { ...faulty, retake: () => picker.request.pick(faulty.from), keep: finish } }
      : {}),
  }
}
