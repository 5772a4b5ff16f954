import { View } from '@tarojs/components'
import { useEffect, useId } from 'react'
import { aria } from '@/platform/a11y/aria'
import { scrollIntoNearest } from '@/platform/navigation/scroll'
import './pointer-mark.scss'

/** A ring around the element that contains it. The words about it are in the strip, where they cover nothing. */
export function PointerMark() {
  const id = useId()
  useEffect(() => {
    scrollIntoNearest(id)
  }, [id])
  return <View id={id} className="pointer-mark pointer-mark--pulsing" {...aria({ hidden: true })} />
}
