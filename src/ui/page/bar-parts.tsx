import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { pageWords } from '@/locales/page'
import { pressable } from '@/platform/a11y/aria'
import { goBack } from '@/platform/navigation/navigate'
import { onPageLoadStatus } from '@/platform/navigation/page-load-status'
import { useFlash } from '@/ui/flash/flash'
import './top-bar.scss'

/** The back button of a title bar. */
export const BackButton = ({ onBack = () => goBack() }: { onBack?: () => void }) => (
  <View className="top-bar__back" {...pressable(pageWords.back, onBack)}>
    <View className="top-bar__arrow" />
  </View>
)

/** Shows a message when a requested page loads slowly or fails to load. */
export function usePageLoadNotice() {
  const { flash, say } = useFlash()
  const latestSay = useRef(say)
  latestSay.current = say
  useEffect(() => onPageLoadStatus((status) => latestSay.current(pageWords[status])), [])
  return flash
}
