import { useEffect, useState } from 'react'
import { usePageVisibility } from '../lifecycle/use-page-visibility'
import { sound } from './sound'
import { type PlaybackState, SILENT } from './sound-types'

interface Sounding extends PlaybackState {
  /** Plays it, or falls silent. */
  toggle(): void
}

/** A recording that can be listened to; it falls silent when the page is left. */
export function useSound(url: string): Sounding {
  // told by the player: the same function in every render, so it also says whose sound it is
  const [heard, hear] = useState(SILENT)
  const shown = usePageVisibility()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one, or a page that is left, ends it
  useEffect(() => () => sound.pause(hear), [url, shown])
  const on = heard.state === 'playing' || heard.state === 'loading'
  return { ...heard, toggle: () => (on ? sound.pause(hear) : sound.play(url, hear)) }
}
