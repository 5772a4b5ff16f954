import Taro from '@tarojs/taro'
import type { ObserveViewport } from './viewport-observer-types'

/** So many items of a long list are there from the first: they fill a phone's screen, and cross to the view as one message. */
export const INITIAL_ITEMS = 6

/** Elements are near from this far above and below the screen, in px. */
const NEAR = 800

/** What this needs of an element of Taro's runtime: its id in the view, and its page. */
interface TaroNode {
  uid: string
  _root: { ctx: object | null } | null
}

export const observeViewport: ObserveViewport = (given, tell) => {
  const element = given as TaroNode
  let observer: Taro.IntersectionObserver | undefined
  let over = false
  // the view knows the element once the update that brings it was sent
  Taro.nextTick(() => {
    // the page it stands in, which need not be the one on top
    const page = element._root?.ctx
    if (over || !page) return
    observer = Taro.createIntersectionObserver(page)
    observer
      .relativeToViewport({ top: NEAR, bottom: NEAR, left: 0, right: 0 })
      .observe(`#${element.uid}`, ({ intersectionRatio = 0, boundingClientRect }) => {
        tell(intersectionRatio > 0, boundingClientRect?.height ?? 0)
      })
  })
  return () => {
    over = true
    observer?.disconnect()
  }
}

/** Nothing has a focus that scrolling could lose. */
export const containsFocus = (_element: unknown): boolean => false
