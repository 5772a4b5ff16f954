import { useEffect, useRef } from 'react'

/** Returns a function that tells whether an input method is composing: the typed letters are then not yet the text that is meant. */
export function useIsComposing(): () => boolean {
  const isComposing = useRef(false)
  useEffect(() => {
    const update = ({ type }: Event) => {
      isComposing.current = type === 'compositionstart'
    }
    document.addEventListener('compositionstart', update)
    document.addEventListener('compositionend', update)
    return () => {
      document.removeEventListener('compositionstart', update)
      document.removeEventListener('compositionend', update)
    }
  }, [])
  return () => isComposing.current
}
