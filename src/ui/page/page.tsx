import { Text, View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { aria, heading } from '@/platform/a11y/aria'
import { usePageFocus } from '@/platform/a11y/focus'
import { hasNativeTitleBar, PageSheets, textSizeStyle } from '@/platform/navigation/page-frame'
import { usePageTitle } from '@/platform/navigation/page-title'
import { BackButton, usePageLoadNotice } from './bar-parts'
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
  /** The content has a `HeadBar`, which replaces the title bar and sets the title. */
  headBar?: boolean
  /** Uses the storefront's width instead of a reading column. */
  wide?: boolean
  /** Has room for a second column in a wide window. */
  aside?: boolean
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
    headBar = false,
    first = false,
    onBack,
    foot,
    fill,
    wide,
    aside,
    side,
    bleed,
    style,
    children,
  } = props
  usePageTitle(headBar ? undefined : title)
  const focus = usePageFocus()
  const width = side ? 'page--side' : wide ? 'page--wide' : ''
  return (
    <View
      className={`page ${fill ? 'page--fill' : ''} ${width} ${aside ? 'page--aside' : ''} ${bleed ? 'page--bleed' : ''}`}
      style={{ ...textSizeStyle(), ...style }}
      {...focus}
    >
      <PageSheets>
        {!hasNativeTitleBar && !headBar && (
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

interface TopBarProps {
  title: string
  /** The content contains the main heading. */
  headed: boolean
  first: boolean
  onBack?: () => void
}

/** The page's title bar with a back button, for H5; mini-programs have a native one. */
function TopBar({ title, headed, first, onBack }: TopBarProps) {
  const loadNotice = usePageLoadNotice()
  return (
    <View className="top-bar">
      {!first && <BackButton {...(onBack ? { onBack } : {})} />}
      <Text className="top-bar__title" {...(headed ? {} : heading(1))}>
        {title}
      </Text>
      {loadNotice}
    </View>
  )
}
