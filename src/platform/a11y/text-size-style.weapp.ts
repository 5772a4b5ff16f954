import type { CSSProperties } from 'react'
import { wechatInfo } from '../device/wechat'
import { clampTextSize } from './clamp-text-size'

/** What WeChat says of its own setting 字体大小; one of the two, by its version. */
interface FontSize {
  fontSizeScaleFactor?: number
  /** In px, of 17 on iPhones and 16 elsewhere. */
  fontSizeSetting?: number
}

const USUAL = 17

function readStyle(): CSSProperties {
  const { fontSizeScaleFactor, fontSizeSetting = USUAL } = wechatInfo() as FontSize
  const times = clampTextSize(fontSizeScaleFactor ?? fontSizeSetting / USUAL)
  return times === 1 ? {} : ({ '--fs': times } as CSSProperties)
}

let read: CSSProperties | null = null

/** Style of a page's root for the size of type people chose in WeChat, which is read once. */
export const textSizeStyle = (): CSSProperties => {
  read ??= readStyle()
  return read
}
