import { useEffect, useState } from 'react'
import { type Photo, photoPath } from '@/domain/photo'
import { assetUrl } from '../network/asset-url'
import { localPhotos } from './photos'

/** The URL of a photo: the local file if it exists, else the server's. */
export function usePhotoSource({ id, hash }: Pick<Photo, 'id'> & Partial<Photo>): string | undefined {
  const [local, setLocal] = useState<string>()
  useEffect(() => {
    let isCancelled = false
    void localPhotos
      .source(id)
      .catch(() => null)
      .then((source) => {
        if (!isCancelled && source) setLocal(source)
      })
    return () => {
      isCancelled = true
    }
  }, [id])
  return local ?? (hash === undefined ? undefined : assetUrl(photoPath(hash, 375)))
}
