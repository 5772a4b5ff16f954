import { useEffect, useRef, useState } from 'react'
import { useIsComposing } from '@/platform/device/typing/use-is-composing'

/** A text is handed on this long after the last letter, in ms. */
const TYPING_MS = 400

/** A text that is handed on when nothing was typed for a moment and no input method is composing. */
export function useTypedText(
  given: string,
  onTyped: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(given)
  const latest = useRef(onTyped)
  latest.current = onTyped
  const isComposing = useRef<() => boolean>()
  isComposing.current = useIsComposing()
  useEffect(() => {
    if (text === given) return
    const timer = setInterval(() => {
      if (isComposing.current?.()) return
      clearInterval(timer)
      latest.current(text)
    }, TYPING_MS)
    return () => clearInterval(timer)
  }, [text, given])
  return [text, setText]
}
