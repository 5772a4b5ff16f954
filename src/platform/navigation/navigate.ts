import Taro from '@tarojs/taro'
import { urlOf } from '@/routes'
import { leaveBack, leavePage, openAbove, preloadPage } from './page-transitions'
import { isShopPage } from './url'

let hasNavigated = false

/** Navigates after the page's code is loaded. */
function navigate(url: string, open: () => unknown) {
  preloadPage(url, () => {
    hasNavigated = true
    leavePage(() => void open())
  })
}

/** True if the app started on this page and has not navigated since. */
export const isFirstPage = (): boolean => !hasNavigated

/** Repeated taps on one target within this time in ms count as one. */
const REPEATED_TAP_MS = 500
let last = { url: '', at: 0 }

/** Opens a page above this one, or returns to it if WeChat has it open below; ignores repeated taps. */
export function go(url: string) {
  const now = Date.now()
  const isRepeated = last.url === url && Math.abs(now - last.at) < REPEATED_TAP_MS
  last = { url, at: now }
  if (isRepeated) return
  navigate(url, () => openAbove(url))
}

/** Replaces this page by another one. */
export function replace(url: string) {
  navigate(url, () => Taro.redirectTo({ url }))
}

/** Closes all pages and opens another one. */
export function restart(url: string) {
  navigate(url, () => Taro.reLaunch({ url }))
}

/** Goes one page back, or to `fallback` if this is the only page. */
export function goBack(fallback = urlOf('home')) {
  if (Taro.getCurrentPages().length > 1) leaveBack(() => void Taro.navigateBack())
  else restart(fallback)
}

/** True if there is a page to go back to. */
export const hasPageBelow = (): boolean => Taro.getCurrentPages().length > 1

/** Goes back to the shop's page below, or replaces this page by the shop if there is none. */
export function backToShop(slug: string) {
  const below = Taro.getCurrentPages().slice(0, -1).reverse()
  const index = below.findIndex(({ route }) => isShopPage(route ?? ''))
  if (index >= 0) leaveBack(() => void Taro.navigateBack({ delta: index + 1 }))
  else replace(urlOf('shop', { slug }))
}
