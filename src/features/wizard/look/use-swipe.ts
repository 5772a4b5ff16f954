import { useRef } from 'react'

/** A shorter horizontal movement, in px, is not a swipe. */
const MIN_DISTANCE_PX = 40

interface Touch {
  clientX: number
  clientY: number
}

/** Returns the first changed touch; both the browser's and WeChat's touch events have `changedTouches`. */
const touchOf = (event: object): Touch | undefined =>
  (event as { changedTouches?: ArrayLike<Touch> }).changedTouches?.[0]

/** Returns touch props for an element; a horizontal swipe calls `onSwipe` with −1 (previous) or +1 (next). */
export function useSwipe(onSwipe: (by: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: object) => {
      const touch = touchOf(event)
      from.current = touch ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: (event: object) => {
      const touch = touchOf(event)
      if (!from.current || !touch) return
      const [across, down] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
      from.current = null
      if (Math.abs(across) >= MIN_DISTANCE_PX && Math.abs(across) > Math.abs(down))
        onSwipe(across < 0 ? 1 : -1)
    },
  }
}
