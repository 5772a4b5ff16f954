import { useEffect, useState } from 'react'
import { privacyConsent } from './privacy-consent'

type From = 'camera' | 'album'

interface ConsentRequest<What> {
  /** Picks, or asks for consent first where that is needed. */
  pick(from: What): void
  asking?: { agree(): void; refuse(): void }
}

/** Asks for the consent that WeChat wants before the first photo, or the first recording. */
export function useConsent<What = From>(pick: (from: What) => void): ConsentRequest<What> {
  const [needed, setNeeded] = useState(false)
  const [wanted, setWanted] = useState<What>()

  // asked beforehand: a browser opens the camera only within the tap itself
  useEffect(() => void privacyConsent.isNeeded().then(setNeeded), [])

  const agree = (from: What) => {
    setNeeded(false)
    setWanted(undefined)
    pick(from)
  }
  return {
    pick: (from) => (needed ? setWanted(from) : pick(from)),
    ...(wanted !== undefined
      ? { asking: { agree: () => agree(wanted), refuse: () => setWanted(undefined) } }
      : {}),
  }
}
