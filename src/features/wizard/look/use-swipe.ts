import { useRef } from 'react'

/** A swipe shorter than this, in px, is a trembling thumb. */
const LEAST = 40

interface Touch {
  clientX: number
  clientY: number
}

/** The event is the browser's on H5 and WeChat's in a mini-program; both carry this. */
const touchOf = (event: object): Touch | undefined =>
  (event as { changedTouches?: ArrayLike<Touch> }).changedTouches?.[0]

/** Props of an element that is swiped sideways: −1 to the one before, +1 to the next. */
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
      const [across, along] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
      from.current = null
      if (Math.abs(across) >= LEAST && Math.abs(across) > Math.abs(along)) onSwipe(across < 0 ? 1 : -1)
    },
  }
}
