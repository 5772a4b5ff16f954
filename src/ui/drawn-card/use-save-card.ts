import { useRef, useState } from 'react'
import { saveCard } from '@/platform/media/card'

/** `hold`: it cannot be saved by itself, so it is shown to be kept by a long press. */
export type Saving = { kind: 'still' | 'busy' | 'saved' | 'failed' } | { kind: 'hold'; src: string }

interface SaveCard {
  now: Saving
  /** Draws a card and saves it under a file name, and answers how that went; a second press meanwhile does nothing. */
  save(draw: () => Promise<string>, name: string): Promise<Saving['kind']>
  close(): void
}

/** Draws a card as a picture and puts it on the phone, as far as the phone tells. */
export function useSaveCard(): SaveCard {
  const [now, setNow] = useState<Saving>({ kind: 'still' })
  const busy = useRef(false)
  async function save(draw: () => Promise<string>, name: string): Promise<Saving['kind']> {
    if (busy.current) return 'busy'
    busy.current = true
    setNow({ kind: 'busy' })
    try {
      const src = await draw()
      const saved = await saveCard(src, name)
      setNow(saved ? { kind: 'saved' } : { kind: 'hold', src })
      return saved ? 'saved' : 'hold'
    } catch {
      setNow({ kind: 'failed' })
      return 'failed'
    } finally {
      busy.current = false
    }
  }
  return { now, save, close: () => setNow({ kind: 'still' }) }
}
