import { useEffect, useRef, useState } from 'react'
import type { HandoverDraft, Taken } from '@/contract/shop/handovers'
import type { Id } from '@/domain/id'
import type { Photo } from '@/domain/photo'
import { takeWords as words } from '@/locales/shop/handover'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { localPhotos } from '@/platform/media/photos'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { confirmReceived } from './confirm-received'

/** The page's operations on a draft that was taken; the wizard has the draft of this phone. */
export interface DraftStorage {
  /** Stores a photo of the server on this phone; `null` when it does not arrive. */
  storePhoto(photo: Photo): Promise<Id | null>
  /** Replaces this phone's draft with the taken one and opens the wizard. */
  onDraft(draft: HandoverDraft, photoId: Id | null): void
}

interface StoreDraftProps extends DraftStorage {
  taken: Extract<Taken, { kind: 'draft' }>
}

/** The pauses before the photo is loaded again, in ms. */
const PAUSES_MS = [1000, 3000]

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function storeWithRetries(store: () => Promise<Id | null>): Promise<Id | null> {
  for (const pause of PAUSES_MS) {
    const id = await store()
    if (id !== null) return id
    await wait(pause)
  }
  return store()
}

/** Stores a draft that was taken, and confirms it. Until then the server has the photo: one that does not arrive is asked about first. */
export function StoreDraft({ taken, storePhoto, onDraft }: StoreDraftProps) {
  const { draft, photo, handoverId } = taken
  const [isMissing, setIsMissing] = useState(false)
  const isMounted = useIsMounted()

  function adopt(photoId: Id | null) {
    onDraft(draft, photoId)
    confirmReceived(handoverId)
  }

  async function load() {
    setIsMissing(false)
    const photoId = photo ? await storeWithRetries(() => storePhoto(photo)) : null
    if (!isMounted.current) {
      // the same code brings the draft again
      if (photoId !== null) void localPhotos.drop(photoId)
      return
    }
    if (photo && photoId === null) setIsMissing(true)
    else adopt(photoId)
  }
  const loadFirst = useRef(load)
  useEffect(() => void loadFirst.current(), [])

  if (!isMissing) return <Skeleton />
  const { title, text, retry, without } = words.noPhoto
  return (
    <Notice icon="picture" title={title} text={text}>
      <Button onPress={() => void load()}>{retry}</Button>
      <Button kind="line" onPress={() => adopt(null)}>
        {without}
      </Button>
    </Notice>
  )
}
