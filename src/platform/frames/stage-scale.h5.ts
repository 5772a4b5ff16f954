import { useEffect, useState } from 'react'

/** The size in px for which the big screen is designed. */
const DESIGN = { width: 1280, height: 720 }

/** Texts on a big screen are this much larger, so that the last row reads them. */
const LARGE = 1.5

function readScale(): number {
  const { innerWidth, innerHeight } = window
  if (innerWidth < 900) return 1
  return LARGE * Math.max(1, Math.min(innerWidth / DESIGN.width, innerHeight / DESIGN.height))
}

/** The factor of all sizes on the big screen, by the size of the window; 1 on a phone. */
export function useStageScale(): number {
  const [scale, setScale] = useState(readScale)
  useEffect(() => {
    const measure = () => setScale(readScale())
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return scale
}
