import Taro from '@tarojs/taro'
import { createContext } from 'react'
import type { BackCatcher } from './back-catcher'

const pageInSight = () => Taro.getCurrentPages().slice(-1)[0]

/** The open pages' catchers, each with the page it stands on. */
const catchers = new Map<BackCatcher, unknown>()

/** The catcher of the page around; none in browsers, and where WeChat is older than its `page-container` (2.16). */
export const PageCatcher = createContext<BackCatcher | null>(null)

/** Notes that it stands on the page that somebody sees. */
export const standsHere = (catcher: BackCatcher): void => void catchers.set(catcher, pageInSight())

/** Its page is gone. */
export function endCatcher(catcher: BackCatcher): void {
  catchers.delete(catcher)
  catcher.end()
}

/** The catcher of the page that somebody sees. */
export const catcherInSight = (): BackCatcher | undefined =>
  [...catchers].find(([, page]) => page === pageInSight())?.[0]
