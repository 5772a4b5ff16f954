import { useEffect, useState } from 'react'

/** Longer than the pause within a double tap, shorter than reading a new label takes. */
const SETTLE_MS = 1000

/** Returns whether `value` changed within the last second, when a tap may still be meant for the previous one. */
export function useChangedRecently(value: string | undefined): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (settled === value) return
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled !== value
}
