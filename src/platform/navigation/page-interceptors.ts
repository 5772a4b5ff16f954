import Taro from '@tarojs/taro'
import { createContext } from 'react'
import type { BackInterceptor } from './back-interceptor'

/** A node of the page's element tree. The id of the page's root node is the page's path. */
export interface PageNode {
  id?: string
  parentNode?: PageNode | null
}

/** The interceptors of the open pages, each with a getter of its element. */
const interceptors = new Map<BackInterceptor, () => PageNode | null>()

/** The interceptor of the surrounding page; `null` in browsers and in WeChat without `page-container` (before 2.16). */
export const BackInterceptorContext = createContext<BackInterceptor | null>(null)

/** Registers a page's interceptor; the returned function unregisters and disposes it. */
export function registerInterceptor(interceptor: BackInterceptor, node: () => PageNode | null): () => void {
  interceptors.set(interceptor, node)
  return () => {
    interceptors.delete(interceptor)
    interceptor.dispose()
  }
}

/**
 * The interceptor of the visible page. Registration order does not tell which page is on top, since a page below may
 * register later; so the page of each element is looked up.
 */
export function visibleInterceptor(): BackInterceptor | undefined {
  const path: unknown = Taro.getCurrentPages().slice(-1)[0]?.$taroPath
  const isInVisiblePage = (node: PageNode | null | undefined): boolean =>
    !!node && (node.id === path || isInVisiblePage(node.parentNode))
  return [...interceptors].find(([, node]) => isInVisiblePage(node()))?.[0]
}
