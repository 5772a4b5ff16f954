import { useEffect, useState } from 'react'
import type { Look } from '@/domain/look/look'
import { hasLazySections } from './has-lazy-sections'
import { lazySectionLoader } from './load-lazy-sections'

/** True once all sections of a look are loaded; loads missing ones. Also true after a failed load, which leaves them out. */
export function useSectionsLoaded(look: Look | undefined): boolean {
  const [, rerender] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  const isMissing = look !== undefined && lazySectionLoader.loaded() === null && hasLazySections(look)
  useEffect(() => {
    if (!isMissing) return
    let isUnmounted = false
    lazySectionLoader.load().then(
      () => isUnmounted || rerender((count) => count + 1),
      () => isUnmounted || setFailed(true),
    )
    return () => {
      isUnmounted = true
    }
  }, [isMissing])
  return !isMissing || hasFailed
}
