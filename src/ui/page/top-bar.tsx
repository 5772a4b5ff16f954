import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { pageWords } from '@/locales/page'
import { heading, pressable } from '@/platform/a11y/aria'
import { goBack } from '@/platform/navigation/navigate'
import { onPageLoadStatus } from '@/platform/navigation/page-load-status'
import { useFlash } from '@/ui/flash/flash'
import './top-bar.scss'

export interface TopBarProps {
  title: string
  /** The content contains the main heading. */
  headed: boolean
  first: boolean
  onBack?: () => void
}

/** The page's title bar with a back button, for H5; mini-programs have a native one. */
export function TopBar({ title, headed, first, onBack }: TopBarProps) {
  const loadNotice = usePageLoadNotice()
  return (
    <View className="top-bar">
      {!first && (
        <View className="top-bar__back" {...pressable(pageWords.back, onBack ?? goBack)}>
          <View className="top-bar__arrow" />
        </View>
      )}
      <Text className="top-bar__title" {...(headed ? {} : heading(1))}>
        {title}
      </Text>
      {loadNotice}
    </View>
  )
}

/** Shows a message when a requested page loads slowly or fails to load. */
function usePageLoadNotice() {
  const { flash, say } = useFlash()
  const latestSay = useRef(say)
  latestSay.current = say
  useEffect(() => onPageLoadStatus((status) => latestSay.current(pageWords[status])), [])
  return flash
}
