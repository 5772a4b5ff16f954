import { View } from '@tarojs/components'
import { type ReactNode, useContext, useRef } from 'react'
import { aria } from '@/platform/a11y/aria'
import { UpdateBoundary } from '@/platform/lifecycle/partial-rendering'
import { InitialItemsContext } from './initial-items'
import { LongListBlock } from './long-list-block'

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
export function LongList<T>({ items, className, estimatedHeight, children, open = false }: LongListProps<T>) {
  const perItem = useRef(estimatedHeight)
  const first = useContext(InitialItemsContext)
  const starts = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, at) => at * BLOCK)
  const of = open ? -1 : items.length
  return (
    <View {...aria({ role: 'list' })}>
      <UpdateBoundary>
        {starts.map((start) => {
          const some = items.slice(start, start + BLOCK)
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
