import { type RefObject, useEffect, useRef } from 'react'

/** Whether the page that asks is still there, for what ends later than it may. */
export function useIsMounted(): RefObject<boolean> {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}
