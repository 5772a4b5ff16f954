import Taro from '@tarojs/taro'
import { createContext } from 'react'
import type { BackCatcher } from './back-catcher'

/** A node of what a page shows, with those around it up to the page's own, whose id is the page's path. */
export interface PageNode {
  id?: string
  parentNode?: PageNode | null
}

/** The open pages' catchers, each with the node that catches, once there is one. */
const catchers = new Map<BackCatcher, () => PageNode | null>()

/** The catcher of the page around; none in browsers, and where WeChat is older than its `page-container` (2.16). */
export const PageCatcher = createContext<BackCatcher | null>(null)

/** Notes a page's catcher; the result tells that the page is gone. */
export function registerCatcher(catcher: BackCatcher, node: () => PageNode | null): () => void {
  catchers.set(catcher, node)
  return () => {
    catchers.delete(catcher)
    catcher.end()
  }
}

/**
 * The catcher of the page that somebody sees. A page below may come to stand, or to show something, when that one is
 * there already, so it is asked of each where it stands.
 */
export function visibleCatcher(): BackCatcher | undefined {
  const path: unknown = Taro.getCurrentPages().slice(-1)[0]?.$taroPath
  const isInSight = (node: PageNode | null | undefined): boolean =>
    !!node && (node.id === path || isInSight(node.parentNode))
  return [...catchers].find(([, node]) => isInSight(node()))?.[0]
}
