import { CustomWrapper } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import type { ObserveViewport } from './lifecycle-types'

/** Number of items in the first render of a long list; fills a phone's screen and fits into one `setData`. */
export const INITIAL_ITEMS = 6

/** Default distance above and below the viewport within which elements are near, in px. */
const NEAR = 800

/** The used fields of an element of Taro's runtime. `ctx` is the page of the root, or the component of a custom wrapper. */
interface TaroNode {
  uid: string
  parentNode: TaroNode | null
  ctx?: object | null
}

/**
 * The page or component in whose template an element is: WeChat finds elements of that one only. Deep elements are in components of Taro's own,
 * which are unknown, so an observed element needs an `UpdateBoundary` around it.
 */
function scopeOf({ parentNode }: TaroNode): object | undefined {
  if (!parentNode) return undefined
  return parentNode.ctx ?? scopeOf(parentNode)
}

export const observeViewport: ObserveViewport = (target, onChange, margin = NEAR) => {
  const element = target as TaroNode
  let observer: Taro.IntersectionObserver | undefined
  let isStopped = false
  // the element exists in the view after the pending update
  Taro.nextTick(() => {
    const scope = scopeOf(element)
    if (isStopped || !scope) return
    observer = Taro.createIntersectionObserver(scope)
    observer
      .relativeToViewport({ top: margin, bottom: margin, left: 0, right: 0 })
      .observe(`#${element.uid}`, ({ intersectionRatio = 0, boundingClientRect }) => {
        onChange(intersectionRatio > 0, boundingClientRect?.height ?? 0)
      })
  })
  return () => {
    isStopped = true
    observer?.disconnect()
  }
}

/** Mini-programs have no focus that scrolling could lose. */
export const containsFocus = (_element: unknown): boolean => false

/** Updates its children separately from the page, which makes `setData` paths shorter. */
export const UpdateBoundary = ({ children }: PropsWithChildren) => <CustomWrapper>{children}</CustomWrapper>
