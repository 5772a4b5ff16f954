import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { usePageVisibility } from '../lifecycle/use-page-visibility'
import { speech } from './speech'

interface SpeechControl {
  /** True if the platform can speak. */
  isAvailable: boolean
  speaking: boolean
  /** Starts or stops speaking. */
  toggle(): void
}

/** Speaks a text; stops when the text changes, the page is left or another text is spoken. */
export function useSpeech(text: string): SpeechControl {
  const isAvailable = useSyncExternalStore(speech.watch, speech.isAvailable, () => false)
  const shown = usePageVisibility()
  const [speaking, setSpeaking] = useState(false)
  const isOwn = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: stops speaking when these change
  useEffect(
    () => () => {
      if (isOwn.current) speech.stop()
    },
    [text, shown],
  )

  const toggle = () => {
    if (speaking) return speech.stop()
    isOwn.current = true
    setSpeaking(true)
    speech.say(text, () => {
      isOwn.current = false
      setSpeaking(false)
    })
  }
  return { isAvailable, speaking, toggle }
}
