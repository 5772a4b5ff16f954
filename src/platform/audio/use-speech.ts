import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { usePageVisibility } from '../lifecycle/use-page-visibility'
import { speech } from './speech'

interface Spoken {
  /** Whether it can be said here at all. */
  able: boolean
  speaking: boolean
  /** Says it, or falls silent. */
  toggle(): void
}

/** Says a text aloud; it falls silent when other words stand there, the page is left, or another text is said. */
export function useSpeech(text: string): Spoken {
  const able = useSyncExternalStore(speech.watch, speech.able, () => false)
  const shown = usePageVisibility()
  const [speaking, setSpeaking] = useState(false)
  const mine = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said is over when these change
  useEffect(
    () => () => {
      if (mine.current) speech.stop()
    },
    [text, shown],
  )

  const toggle = () => {
    if (speaking) return speech.stop()
    mine.current = true
    setSpeaking(true)
    speech.say(text, () => {
      mine.current = false
      setSpeaking(false)
    })
  }
  return { able, speaking, toggle }
}
