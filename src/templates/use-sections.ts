import { useEffect, useState } from 'react'
import type { Look } from '@/domain/look'
import { hasFurther } from './has-further'
import { further } from './load-further'

/** Whether all that a look is made of is here; what is not is loaded. Where that fails the look is shown without it. */
export function useSections(look: Look | undefined): boolean {
  const [, settle] = useState(0)
  const [failed, fail] = useState(false)
  const missing = look !== undefined && further.now() === null && hasFurther(look)
  useEffect(() => {
    if (!missing) return
    let gone = false
    further.load().then(
      () => gone || settle((count) => count + 1),
      () => gone || fail(true),
    )
    return () => {
      gone = true
    }
  }, [missing])
  return !missing || failed
}
