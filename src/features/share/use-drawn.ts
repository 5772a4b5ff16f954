import { useCallback, useEffect, useState } from 'react'

/** A picture that is being drawn, was drawn, or could not be. */
export type Drawn = { phase: 'drawing' } | { phase: 'drawn'; src: string } | { phase: 'failed' }

/**
 * Draws a picture at once, and again when `draw` changes, with the earlier one meanwhile, or when `again` is called. `draw` returns
 * `null` when it fails.
 */
export function useDrawn(draw: () => Promise<string | null>): { drawn: Drawn; again(): void } {
  const [drawn, setDrawn] = useState<Drawn>({ phase: 'drawing' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt draws again
  useEffect(() => {
    let isCurrent = true
    void draw()
      .catch(() => null)
      .then((src) => {
        if (isCurrent) setDrawn(src === null ? { phase: 'failed' } : { phase: 'drawn', src })
      })
    return () => {
      isCurrent = false
    }
  }, [draw, attempt])
  const again = useCallback(() => {
    setDrawn({ phase: 'drawing' })
    setAttempt((count) => count + 1)
  }, [])
  return { drawn, again }
}
