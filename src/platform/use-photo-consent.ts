import { useEffect, useState } from 'react'
import { privacyConsent } from './privacy-consent'

type From = 'camera' | 'album'

interface PhotoConsent {
  /** Picks, or asks for consent first where that is needed. */
  pick(from: From): void
  asking?: { agree(): void; refuse(): void }
}

/** Asks for the consent that WeChat wants before the first photo. */
export function usePhotoConsent(pick: (from: From) => void): PhotoConsent {
  const [needed, setNeeded] = useState(false)
  const [wanted, setWanted] = useState<From>()

  // asked beforehand: a browser opens the camera only within the tap itself
  useEffect(() => void privacyConsent.isNeeded().then(setNeeded), [])

  const agree = (from: From) => {
    setNeeded(false)
    setWanted(undefined)
    pick(from)
  }
  return {
    pick: (from) => (needed ? setWanted(from) : pick(from)),
    ...(wanted ? { asking: { agree: () => agree(wanted), refuse: () => setWanted(undefined) } } : {}),
  }
}
