import { type MutableRefObject, useEffect, useRef, useState } from 'react'
import { observeViewport } from '@/platform/lifecycle/partial-rendering'

/**
 * Observes if the element with the returned `ref` is near the viewport. Observes again when `turn` changes, since preceding
 * content may have moved the element.
 */
export function useIsNearViewport(turn: number): { ref: MutableRefObject<unknown>; near: boolean } {
  const ref = useRef<unknown>(null)
  const [nearAt, setNearAt] = useState<number>()
  useEffect(() => observeViewport(ref.current, (near) => setNearAt(near ? turn : undefined)), [turn])
  return { ref, near: nearAt === turn }
}
