import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { localPhotos } from '@/platform/media/photos'

/** Returns a URL of a photo stored on this device; `null` if it no longer exists, `undefined` while loading. */
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
