import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { aria } from '@/platform/a11y/aria'
import { textSizeStyle } from '@/platform/a11y/text-size-style'
import { usePageFocus } from '@/platform/a11y/use-page-focus'
import { PageSheets } from '@/platform/navigation/page-sheets'
import { usePageTitle } from '@/platform/navigation/page-title'
import { hasNativeTitleBar } from '@/platform/navigation/title-bar'
import { TopBar } from './top-bar'
import './page.scss'

export type PageProps = PropsWithChildren<{
  title: string
  /** The content has the page's main heading, so that the bar's title is none. */
  headed?: boolean
  /** Leaves the bar's back arrow out: the first page of its kind. */
  first?: boolean
  onBack?(): void
  /** Stays at the bottom. */
  foot?: ReactNode
  /** Exactly as high as the window; nothing scrolls. */
  fill?: boolean
  /** As wide as a storefront may be, rather than a column to read. */
  wide?: boolean
  /** Content reaches the edges; sections space themselves. */
  bleed?: boolean
  style?: CSSProperties
}>

/** The frame of every page: a bar with a way back on H5, a centred column, and a foot that stays. */
export function Page(props: PageProps) {
  const { title, headed = false, first = false, onBack, foot, fill, wide, bleed, style, children } = props
  usePageTitle(title)
  const focus = usePageFocus()
  const width = wide ? 'page--wide' : ''
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
