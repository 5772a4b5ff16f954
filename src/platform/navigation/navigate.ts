import Taro from '@tarojs/taro'
import { urlOf } from '@/routes'
import { leaveBack, leavePage } from './leave-page'
import { preloadPage } from './preload-page'
import { isShopPage } from './url'

let moved = false

/** Moves once the page is there to be shown. */
function move(url: string, to: () => unknown) {
  preloadPage(url, () => {
    moved = true
    leavePage(() => void to())
  })
}

/** Whether the app started on this page and has not been anywhere else. */
export const isFirstPage = (): boolean => !moved

/** A second tap on the same thing follows the first within this time, in ms. */
const SAME_TAP = 500
let last = { url: '', at: 0 }

/** Opens a page above this one; once, however often it was tapped in a hurry. */
export function go(url: string) {
  const now = Date.now()
  const again = last.url === url && Math.abs(now - last.at) < SAME_TAP
  last = { url, at: now }
  if (again) return
  move(url, () => Taro.navigateTo({ url }))
}

/** Opens a page in place of this one. */
export function replace(url: string) {
  move(url, () => Taro.redirectTo({ url }))
}

/** Opens a page as the only one. */
export function restart(url: string) {
  move(url, () => Taro.reLaunch({ url }))
}

/** One page back, or home where this page was the first; elsewhere where that is told. */
export function goBack(instead = urlOf('home')) {
  if (Taro.getCurrentPages().length > 1) leaveBack(() => void Taro.navigateBack())
  else restart(instead)
}

/** Whether there is a page to go back to. */
export const hasPageBelow = (): boolean => Taro.getCurrentPages().length > 1

/** Back to the shop's page below, or to the shop in place of this page where there is none. */
export function backToShop(slug: string) {
  const below = Taro.getCurrentPages().slice(0, -1).reverse()
  const at = below.findIndex(({ route }) => isShopPage(route ?? ''))
  if (at >= 0) leaveBack(() => void Taro.navigateBack({ delta: at + 1 }))
  else replace(urlOf('shop', { slug }))
}
