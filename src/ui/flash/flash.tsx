import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '@/platform/a11y/aria'
import './flash.scss'

/** A short word after something was done ("复制好了"), gone by itself and said to readers. */
export function useFlash(): { flash: JSX.Element | null; say(words: string): void } {
  const [said, setSaid] = useState<{ words: string; at: number } | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), 3000)
    return () => clearTimeout(timer)
  }, [said])
  return {
    say: (words) => setSaid({ words, at: Date.now() }),
    flash: said && (
      <View className="flash" {...aria({ role: 'status' })}>
        <Text className="flash__words">{said.words}</Text>
      </View>
    ),
  }
}
