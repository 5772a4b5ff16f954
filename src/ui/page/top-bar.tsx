import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { pageWords } from '@/locales/zh-CN/page'
import { heading } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { goBack } from '@/platform/navigation/navigate'
import { onPageLoadStatus } from '@/platform/navigation/page-load-status'
import { useFlash } from '@/ui/flash/flash'
import './top-bar.scss'

export interface TopBarProps {
  title: string
  /** The main heading stands in the page itself. */
  headed: boolean
  first: boolean
  onBack?: () => void
}

/** The bar that WeChat gives a mini-program and a browser does not: where we are, and the way back. */
export function TopBar({ title, headed, first, onBack }: TopBarProps) {
  const onItsWay = usePageOnItsWay()
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
      {onItsWay}
    </View>
  )
}

/** Says that a page is slow to come, or did not; every page has a bar, and only one is seen. */
function usePageOnItsWay() {
  const { flash, say } = useFlash()
  const tell = useRef(say)
  tell.current = say
  useEffect(() => onPageLoadStatus((news) => tell.current(pageWords[news])), [])
  return flash
}
