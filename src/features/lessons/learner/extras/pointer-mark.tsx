import { Text, View } from '@tarojs/components'
import { useEffect, useId } from 'react'
import { lessonExtrasWords as words } from '@/locales/lesson-extras'
import { aria } from '@/platform/a11y/aria'
import { scrollIntoNearest } from '@/platform/navigation/scroll'
import './pointer-mark.scss'

/** A ring around the element that contains it, with words. */
export function PointerMark() {
  const id = useId()
  useEffect(() => {
    scrollIntoNearest(id)
  }, [id])
  return (
    <View id={id} className="pointer-mark pointer-mark--pulsing" {...aria({ role: 'status' })}>
      <Text className="pointer-mark__words">{words.here}</Text>
    </View>
  )
}
