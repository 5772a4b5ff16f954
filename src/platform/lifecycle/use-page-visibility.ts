import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** True while the page is visible: not covered by another page and not in the background. */
export function usePageVisibility(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** Calls `run` each time the page is shown again; not when it opens. */
export function useReturnToPage(run: () => void) {
  const wasHidden = useRef(false)
  useDidHide(() => {
    wasHidden.current = true
  })
  useDidShow(() => {
    if (!wasHidden.current) return
    wasHidden.current = false
    run()
  })
}

/** Calls `reload` when the user pulls the page down in WeChat while `active`; its page enables this. */
export function usePullDown(active: boolean, reload: () => Promise<unknown>) {
  usePullDownRefresh(() => {
    if (active) void reload().finally(() => Taro.stopPullDownRefresh())
  })
}

/** Calls `reload` when `active` becomes true again, and when the page is shown again or pulled down while `active`. */
export function useReloadOnReturn(active: boolean, reload: () => Promise<void>) {
  const wasActive = useRef(active)
  useEffect(() => {
    if (active && !wasActive.current) void reload()
    wasActive.current = active
  }, [active, reload])
  useReturnToPage(() => {
    if (active) void reload()
  })
  usePullDown(active, reload)
}
