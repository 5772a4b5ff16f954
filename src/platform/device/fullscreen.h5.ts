import { useEffect, useState } from 'react'

const canFill = () => document.fullscreenEnabled && document.fullscreenElement === null

/** Fills the screen with the page, which browsers allow on a tap only; `null` where that is not possible or already done. */
export function useFullscreen(): (() => void) | null {
  const [isPossible, setIsPossible] = useState(canFill)
  useEffect(() => {
    const update = () => setIsPossible(canFill())
    document.addEventListener('fullscreenchange', update)
    return () => document.removeEventListener('fullscreenchange', update)
  }, [])
  return isPossible ? () => void document.documentElement.requestFullscreen().catch(() => undefined) : null
}
