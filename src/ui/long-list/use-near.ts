import { type MutableRefObject, useEffect, useRef, useState } from 'react'
import { observeViewport } from '@/platform/lifecycle/viewport-observer'

/**
 * Whether an element is near the screen: put `ref` on it. Looked at anew when `turn` changes, as what stands before
 * the element may have moved it.
 */
export function useNear(turn: number): { ref: MutableRefObject<unknown>; near: boolean } {
  const ref = useRef<unknown>(null)
  const [nearAt, setNearAt] = useState<number>()
  useEffect(() => observeViewport(ref.current, (near) => setNearAt(near ? turn : undefined)), [turn])
  return { ref, near: nearAt === turn }
}
