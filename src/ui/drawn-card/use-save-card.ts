import { useRef, useState } from 'react'
import { saveCard } from '@/platform/media/card'

/** `hold`: the platform cannot save pictures, so the card is shown for saving by a long press. */
export type CardSaveState = { kind: 'still' | 'busy' | 'saved' | 'failed' } | { kind: 'hold'; src: string }

interface SaveCard {
  state: CardSaveState
  /** Draws a card and saves it under a file name; returns the result. Ignored while busy. */
  save(draw: () => Promise<string>, name: string): Promise<CardSaveState['kind']>
  close(): void
}

/** Draws a card as a picture and saves it on the phone, if the platform supports it. */
export function useSaveCard(): SaveCard {
  const [state, setState] = useState<CardSaveState>({ kind: 'still' })
  const busy = useRef(false)
  async function save(draw: () => Promise<string>, name: string): Promise<CardSaveState['kind']> {
    if (busy.current) return 'busy'
    busy.current = true
    setState({ kind: 'busy' })
    try {
      const src = await draw()
      const saved = await saveCard(src, name)
      setState(saved ? { kind: 'saved' } : { kind: 'hold', src })
      return saved ? 'saved' : 'hold'
    } catch {
      setState({ kind: 'failed' })
      return 'failed'
    } finally {
      busy.current = false
    }
  }
  return { state, save, close: () => setState({ kind: 'still' }) }
}
