import Taro from '@tarojs/taro'
import { urlOf } from '@/routes'

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
