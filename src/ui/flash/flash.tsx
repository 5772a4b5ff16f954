import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '@/platform/a11y/aria'
import './flash.scss'

/** A short status message ("复制好了") that disappears after 3 s and is announced by screen readers. */
export function useFlash(): { flash: JSX.Element | null; say(words: string): void } {
  const [message, setMessage] = useState<{ words: string; at: number } | null>(null)
  useEffect(() => {
    if (!message) return
    const timer = setTimeout(() => setMessage(null), 3000)
    return () => clearTimeout(timer)
  }, [message])
  return {
    say: (words) => setMessage({ words, at: Date.now() }),
    flash: message && (
      <View className="flash" {...aria({ role: 'status' })}>
        <Text className="flash__words">{message.words}</Text>
      </View>
    ),
  }
}
