import { Text, View } from '@tarojs/components'
import { type MutableRefObject, useEffect, useState } from 'react'
import { observeViewport } from '@/platform/lifecycle/partial-rendering'
import { hasNativeTitleBar } from '@/platform/navigation/page-frame'
import { usePageTitle } from '@/platform/navigation/page-title'
import { BackButton, usePageLoadNotice } from './bar-parts'
import './head-bar.scss'

interface HeadBarProps {
  title: string
  /** There is no page to go back to. */
  first: boolean
  /** The element of the head, which contains the title as the main heading. */
  head: MutableRefObject<unknown>
}

/**
 * The title bar of a page that begins with a head of its own. While the head is seen there is no bar, only a back button over it, and a native
 * bar is empty; then the title follows. Nothing moves. Without an observer of the platform the head counts as seen.
 */
export function HeadBar({ title, first, head }: HeadBarProps) {
  const [isHeadSeen, setHeadSeen] = useState(true)
  usePageTitle(hasNativeTitleBar && isHeadSeen ? '' : title)
  useEffect(() => observeViewport(head.current, setHeadSeen, 0), [head])
  return hasNativeTitleBar ? null : <FloatingBar title={isHeadSeen ? null : title} first={first} />
}

/** The bar on H5, which takes no room. */
function FloatingBar({ title, first }: { title: string | null; first: boolean }) {
  const loadNotice = usePageLoadNotice()
  return (
    <View className={`top-bar head-bar ${title === null ? 'head-bar--over' : ''}`}>
      {title !== null && (
        <View className="head-bar__strip">
          <Text className="top-bar__title">{title}</Text>
        </View>
      )}
      {!first && <BackButton />}
      {loadNotice}
    </View>
  )
}
