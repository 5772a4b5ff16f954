import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Whether the page is before people's eyes: not below another page, not in a tab or an app in the background. */
export function usePageVisibility(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** Runs each time people come back to the page; not when it opens. */
export function useReturnToPage(run: () => void) {
  const left = useRef(false)
  useDidHide(() => {
    left.current = true
  })
  useDidShow(() => {
    if (!left.current) return
    left.current = false
    run()
  })
}

/** Reads anew each time a part of a page comes before people's eyes again: it is turned to, or its page is come back to. */
export function useReloadOnReturn(active: boolean, reload: () => Promise<void>) {
  const was = useRef(active)
  useEffect(() => {
    if (active && !was.current) void reload()
    was.current = active
  }, [active, reload])
  useReturnToPage(() => {
    if (active) void reload()
  })
}
