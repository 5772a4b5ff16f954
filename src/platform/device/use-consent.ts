import { useEffect, useState } from 'react'
import { privacyConsent } from './privacy-consent'

export interface ConsentRequest<Source> {
  /** Picks, after asking for consent if needed. */
  pick(from: Source): void
  /** Set while the consent dialog is open. */
  asking?: { agree(): void; refuse(): void }
}

/** Asks for the privacy consent that WeChat requires before the first photo or recording. */
export function useConsent<Source>(pick: (from: Source) => void): ConsentRequest<Source> {
  const [isNeeded, setNeeded] = useState(false)
  const [pending, setPending] = useState<Source>()

  // checked in advance: browsers open the camera only synchronously in a tap handler
  useEffect(() => void privacyConsent.isNeeded().then(setNeeded), [])

  const agree = (from: Source) => {
    setNeeded(false)
    setPending(undefined)
    pick(from)
  }
  return {
    pick: (from) => (isNeeded ? setPending(from) : pick(from)),
    ...(pending !== undefined
      ? { asking: { agree: () => agree(pending), refuse: () => setPending(undefined) } }
      : {}),
  }
}
