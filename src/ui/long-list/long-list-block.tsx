import { View } from '@tarojs/components'
import { type MutableRefObject, type ReactNode, useEffect, useRef, useState } from 'react'
import { UpdateBoundary } from '@/platform/lifecycle/update-boundary'
import { containsFocus, observeViewport } from '@/platform/lifecycle/viewport-observer'
import './long-list.scss'

interface LongListBlockProps {
  className: string
  /** So many of its items are there from the first. */
  first: number
  count: number
  /** Shared by the list's blocks: how high an item is, in px, as last seen. */
  perItem: MutableRefObject<number>
  /** Its first `most` items, or all. */
  children(most?: number): ReactNode
}

/** Some items of a long list while they are near the screen; room for them, as high as they were, while they are not. */
export function LongListBlock({ className, first, count, perItem, children }: LongListBlockProps) {
  const element = useRef<unknown>(null)
  const [near, setNear] = useState<boolean | 'first'>(first > 0 && 'first')
  /** Height and count of the items when they were seen last. */
  const seen = useRef<{ height: number; count: number }>()
  const here = useRef({ count, seen: false })
  here.current.count = count

  useEffect(
    () =>
      observeViewport(element.current, (isNear, height) => {
        const state = here.current
        if (isNear) state.seen = true
        // the first items stay until people have come by
        else if (!state.seen || containsFocus(element.current)) return
        else {
          state.seen = false
          seen.current = { height, count: state.count }
          perItem.current = height / state.count
        }
        setNear(isNear)
      }),
    [perItem],
  )

  const room = seen.current ? (seen.current.height * count) / seen.current.count : perItem.current * count
  return (
    <View
      ref={element}
      className={near ? 'long-list__block' : 'long-list__block long-list__block--away'}
      {...(near ? {} : { style: { height: `${Math.round(room)}px` } })}
    >
      {near && (
        <UpdateBoundary>
          <View className={className}>{children(near === 'first' ? first : undefined)}</View>
        </UpdateBoundary>
      )}
    </View>
  )
}
