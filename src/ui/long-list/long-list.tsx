import { View } from '@tarojs/components'
import { type MutableRefObject, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { aria } from '@/platform/a11y/aria'
import { containsFocus, observeViewport, UpdateBoundary } from '@/platform/lifecycle/partial-rendering'
import { InitialItemsContext } from './initial-items'
import './long-list.scss'

/** Items per block. Twelve fills whole rows in one to four columns. */
export const BLOCK = 12

interface LongListProps<T> {
  items: readonly T[]
  /** Class of each block's content, which lays out its items. Blocks are separated by the theme's gap. */
  className: string
  /** Estimated height per item in px, used for placeholders until blocks are measured. */
  estimatedHeight: number
  /** Renders an item. `place` is for the ARIA props of its outermost element. */
  children(item: T, place: ListPlace): ReactNode
  /** Items that the first block has more than the others, because one is larger. */
  extra?: number
  /** More items exist than were read so far. */
  open?: boolean
}

/** The position of an item, counted from 1, and the number of items; -1 if unknown. */
export interface ListPlace {
  at: number
  of: number
}

/**
 * A virtualized list that renders only blocks of items near the viewport. Each block observes itself, within the list's boundary, so scrolling
 * updates one block at a time. The initial items are part of the first render, also on the server.
 */
export function LongList<T>(props: LongListProps<T>) {
  const { items, className, estimatedHeight, children, extra = 0, open = false } = props
  const perItem = useRef(estimatedHeight)
  const first = useContext(InitialItemsContext)
  const blocks = Math.max(Math.ceil((items.length - extra) / BLOCK), Math.min(items.length, 1))
  const starts = Array.from({ length: blocks }, (_, at) => (at === 0 ? 0 : at * BLOCK + extra))
  const of = open ? -1 : items.length
  return (
    <View {...aria({ role: 'list' })}>
      <UpdateBoundary>
        {starts.map((start) => {
          const some = items.slice(start, start + BLOCK + (start === 0 ? extra : 0))
          return (
            <LongListBlock
              key={start}
              className={className}
              first={first - start}
              count={some.length}
              perItem={perItem}
            >
              {(most) => some.slice(0, most).map((item, at) => children(item, { at: start + at + 1, of }))}
            </LongListBlock>
          )
        })}
      </UpdateBoundary>
    </View>
  )
}

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
function LongListBlock({ className, first, count, perItem, children }: LongListBlockProps) {
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
