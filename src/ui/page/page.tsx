import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { aria } from '@/platform/a11y/aria'
import { usePageFocus } from '@/platform/a11y/focus'
import { hasNativeTitleBar, PageSheets, textSizeStyle } from '@/platform/navigation/page-frame'
import { usePageTitle } from '@/platform/navigation/page-title'
import { TopBar } from './top-bar'
import './page.scss'

export type PageProps = PropsWithChildren<{
  title: string
  /** The content contains the main heading, so the bar's title is no heading. */
  headed?: boolean
  /** Hides the bar's back arrow. */
  first?: boolean
  onBack?(): void
  /** Footer, fixed at the bottom. */
  foot?: ReactNode
  /** Exactly as high as the window, without scrolling. */
  fill?: boolean
  /** Uses the storefront's width instead of a reading column. */
  wide?: boolean
  /** Navigation at the left, for wide windows; the content then uses the rest of the window. */
  side?: ReactNode
  /** Removes the page's padding; sections have their own. */
  bleed?: boolean
  style?: CSSProperties
}>

/** The frame of every page: a bar with a back button on H5, a centred column and a fixed footer. */
export function Page(props: PageProps) {
  const {
    title,
    headed = false,
    first = false,
    onBack,
    foot,
    fill,
    wide,
    side,
    bleed,
    style,
    children,
  } = props
  usePageTitle(title)
  const focus = usePageFocus()
  const width = side ? 'page--side' : wide ? 'page--wide' : ''
  return (
    <View
      className={`page ${fill ? 'page--fill' : ''} ${width} ${bleed ? 'page--bleed' : ''}`}
      style={{ ...textSizeStyle(), ...style }}
      {...focus}
    >
      <PageSheets>
        {!hasNativeTitleBar && (
          <TopBar title={title} headed={headed} first={first} {...(onBack ? { onBack } : {})} />
        )}
        {side && <View className="page__side">{side}</View>}
        <View className="page__main" {...aria({ role: 'main' })}>
          {children}
        </View>
        {foot && (
          <View className="page__foot">
            <View className="page__foot-inner">{foot}</View>
          </View>
        )}
      </PageSheets>
    </View>
  )
}
