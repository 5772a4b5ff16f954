import { useCallback, useEffect, useState } from 'react'

/** A picture that is being drawn, was drawn, or could not be. */
export type Drawn = { phase: 'drawing' } | { phase: 'drawn'; src: string } | { phase: 'failed' }

/** Draws a picture at once, and again when `draw` changes or `again` is called. `draw` returns `null` when it fails. */
export function useDrawn(draw: () => Promise<string | null>): { drawn: Drawn; again(): void } {
  const [drawn, setDrawn] = useState<Drawn>({ phase: 'drawing' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt draws again
  useEffect(() => {
    let isCurrent = true
    setDrawn({ phase: 'drawing' })
    void draw()
      .catch(() => null)
      .then((src) => {
        if (isCurrent) setDrawn(src === null ? { phase: 'failed' } : { phase: 'drawn', src })
      })
    return () => {
      isCurrent = false
    }
  }, [draw, attempt])
  return { drawn, again: useCallback(() => setAttempt((count) => count + 1), []) }
}
