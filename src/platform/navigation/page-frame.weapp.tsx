import { PageContainer } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type CSSProperties, type PropsWithChildren, useEffect, useRef, useState } from 'react'
import { wechatInfo } from '../device/wechat'
import {
  type BackInterceptor,
  BackInterceptorContext,
  createBackInterceptor,
  type PageNode,
  registerInterceptor,
} from './back-interceptor'
import './page-frame.scss'

/**
 * Wraps a page's content and closes its sheets on WeChat's back navigation, with an empty `page-container`. A page may
 * have only one; it is rendered when the first sheet opens and stays mounted.
 */
export function PageSheets({ children }: PropsWithChildren) {
  const [shown, setShown] = useState<boolean>()
  const interceptorRef = useRef<BackInterceptor | null>(null)
  if (!interceptorRef.current && Taro.canIUse('page-container'))
    interceptorRef.current = createBackInterceptor(setShown)
  const interceptor = interceptorRef.current
  const node = useRef<PageNode | null>(null)
  useEffect(
    () => (interceptor ? registerInterceptor(interceptor, () => node.current) : undefined),
    [interceptor],
  )
  return (
    <BackInterceptorContext.Provider value={interceptor}>
      {children}
      {interceptor && shown !== undefined && (
        <PageContainer
          ref={node}
          show={shown}
          overlay={false}
          duration={0}
          zIndex={1}
          customStyle="height:0;background:none;pointer-events:none"
          onBeforeLeave={interceptor.handleBeforeLeave}
          onAfterLeave={interceptor.handleAfterLeave}
        />
      )}
    </BackInterceptorContext.Provider>
  )
}

/** A mini-program has no browser tab. */
export function useTitleBadge(_title: string, _count: number, _shown: boolean) {}

/** True if the platform draws a title bar with a back button. */
export const hasNativeTitleBar: boolean = true

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

/** Supported text scale: the design's size up to twice as large. */
const [MIN_SCALE, MAX_SCALE] = [1, 2]

/** Clamps a requested text scale to the supported range, rounded to two decimals. */
export const clampTextSize = (scale: number): number =>
  Number.isFinite(scale) ? Math.round(Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale)) * 100) / 100 : MIN_SCALE
