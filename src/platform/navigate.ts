import Taro from '@tarojs/taro'
import { type Page, pages, urlOf } from '@/routes'

/** Opens a page above this one. */
export const go = (url: string) => void Taro.navigateTo({ url })

/** Opens a page in place of this one. */
export const replace = (url: string) => void Taro.redirectTo({ url })

/** Opens a page as the only one. */
export const restart = (url: string) => void Taro.reLaunch({ url })

/** One page back, or home where this page was the first; elsewhere where that is told. */
export function goBack(instead = urlOf('home')) {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else restart(instead)
}

/** Whether there is a page to go back to. */
export const hasPageBelow = (): boolean => Taro.getCurrentPages().length > 1

/** Back to the nearest page of this kind below, else opens it in place of this one. */
export function backTo(page: Page, params: Record<string, string>) {
  const below = Taro.getCurrentPages().slice(0, -1).reverse()
  const at = below.findIndex(({ route }) => route?.replace(/^\//, '') === pages[page])
  if (at >= 0) void Taro.navigateBack({ delta: at + 1 })
  else replace(urlOf(page, params))
}
