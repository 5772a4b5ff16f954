import { useEffect, useState } from 'react'
import type { Look } from '@/domain/look'
import { hasLazySections } from './has-lazy-sections'
import { lazySectionLoader } from './load-lazy-sections'

/** Whether all that a look is made of is here; what is not is loaded. Where that fails the look is shown without it. */
export function useSections(look: Look | undefined): boolean {
  const [, settle] = useState(0)
  const [failed, fail] = useState(false)
  const missing = look !== undefined && lazySectionLoader.now() === null && hasLazySections(look)
  useEffect(() => {
    if (!missing) return
    let gone = false
    lazySectionLoader.load().then(
      () => gone || settle((count) => count + 1),
      () => gone || fail(true),
    )
    return () => {
      gone = true
    }
  }, [missing])
  return !missing || failed
}
