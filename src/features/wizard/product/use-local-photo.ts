import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { localPhotos } from '@/platform/media/photos'

/** An address to show a photo kept on this phone; `null` when it is gone from there, `undefined` until known. */
export function useLocalPhoto(id: Id | null): string | null | undefined {
  const [found, setFound] = useState<{ id: Id; source: string | null }>()
  useEffect(() => {
    if (!id) return
    let stopped = false
    void localPhotos
      .source(id)
      .catch(() => null)
      .then((source) => {
        if (!stopped) setFound({ id, source })
      })
    return () => {
      stopped = true
    }
  }, [id])
  return id && found?.id === id ? found.source : undefined
}
