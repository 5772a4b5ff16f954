import { View } from '@tarojs/components'
import { type MutableRefObject, type ReactNode, useEffect, useRef, useState } from 'react'
import { containsFocus, observeViewport, UpdateBoundary } from '@/platform/lifecycle/partial-rendering'
import './long-list.scss'

interface LongListBlockProps {
  className: string
  /** Number of its items in the first render. */
  first: number
  count: number
  /** The last measured height per item in px, shared by the list's blocks. */
  perItem: MutableRefObject<number>
  /** Renders the first `most` items, or all. */
  children(most?: number): ReactNode
}

/** Renders a block of a long list while it is near the viewport, else a placeholder of the same height. */
export function LongListBlock({ className, first, count, perItem, children }: LongListBlockProps) {
  const element = useRef<unknown>(null)
  const [isNear, setNear] = useState<boolean | 'first'>(first > 0 && 'first')
  /** The last measured height, and the number of items at that time. */
  const measured = useRef<{ height: number; count: number }>()
  const latest = useRef({ count, wasNear: false })
  latest.current.count = count

  useEffect(
    () =>
      observeViewport(element.current, (nowNear, height) => {
        const state = latest.current
        if (nowNear) state.wasNear = true
        // the initial items stay until they have been near once
        else if (!state.wasNear || containsFocus(element.current)) return
        else {
          state.wasNear = false
          measured.current = { height, count: state.count }
          perItem.current = height / state.count
        }
        setNear(nowNear)
      }),
    [perItem],
  )

  const height = measured.current
    ? (measured.current.height * count) / measured.current.count
    : perItem.current * count
  return (
    <View
      ref={element}
      className={isNear ? 'long-list__block' : 'long-list__block long-list__block--away'}
      {...(isNear ? {} : { style: { height: `${Math.round(height)}px` } })}
    >
      {isNear && (
        <UpdateBoundary>
          <View className={className}>{children(isNear === 'first' ? first : undefined)}</View>
        </UpdateBoundary>
      )}
    </View>
  )
}
