import type { CSSProperties } from 'react'
import { wechatInfo } from '../device/wechat'
import { clampTextSize } from './clamp-text-size'

/** WeChat's text size setting 字体大小; which field exists depends on its version. */
interface FontSize {
  fontSizeScaleFactor?: number
  /** In px; the default is 17 on iPhones and 16 elsewhere. */
  fontSizeSetting?: number
}

const DEFAULT_SIZE = 17

function readStyle(): CSSProperties {
  const { fontSizeScaleFactor, fontSizeSetting = DEFAULT_SIZE } = wechatInfo() as FontSize
  const scale = clampTextSize(fontSizeScaleFactor ?? fontSizeSetting / DEFAULT_SIZE)
  return scale === 1 ? {} : ({ '--fs': scale } as CSSProperties)
}

let cached: CSSProperties | null = null

/** The text scale style of a page's root, from WeChat's text size setting. Read once. */
export const textSizeStyle = (): CSSProperties => {
  cached ??= readStyle()
  return cached
}
