import { useEffect, useState } from 'react'

/** Longer than the second of two taps takes to come, shorter than anybody reads. */
const SETTLES_MS = 1000

/** Whether `value` became another within the last second: what is pressed there now was meant for what stood there before. */
export function useJustChanged(value: string | undefined): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (settled === value) return
    const timer = setTimeout(() => setSettled(value), SETTLES_MS)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled !== value
}
