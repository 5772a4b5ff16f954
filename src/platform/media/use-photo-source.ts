import { useEffect, useState } from 'react'
import { type Photo, photoPath } from '@/domain/photo'
import { assetUrl } from '../network/asset-url'
import { localPhotos } from './photos'

/** Where a photo can be seen: on this phone while it has it, else on the server. */
export function usePhotoSource({ id, hash }: Pick<Photo, 'id'> & Partial<Photo>): string | undefined {
  const [local, setLocal] = useState<string>()
  useEffect(() => {
    let over = false
    void localPhotos
      .source(id)
      .catch(() => null)
      .then((source) => {
        if (!over && source) setLocal(source)
      })
    return () => {
      over = true
    }
  }, [id])
  return local ?? (hash === undefined ? undefined : assetUrl(photoPath(hash, 375)))
}
