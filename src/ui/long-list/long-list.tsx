import { View } from '@tarojs/components'
import { type ReactNode, useContext, useRef } from 'react'
import { aria } from '@/platform/a11y/aria'
import { FirstItems } from './first-items'
import { LongListBlock } from './long-list-block'

/** Items per block. Twelve fill whole rows of one, two, three and four. */
export const BLOCK = 12

interface LongListProps<T> {
  items: readonly T[]
  /** The class of each block's inside, which lays its items out. Between blocks is the theme's gap. */
  className: string
  /** About how high an item is, in px of page per item: what is not there yet takes so much room until some were seen. */
  about: number
  /** One item. Its props say where it stands in the list, for readers; they belong on its outermost element. */
  children(item: T, place: ListPlace): ReactNode
  /** There are more items than were read so far. */
  open?: boolean
}

/** Where an item stands, counted from 1, and of how many; -1 while nobody knows. */
export interface ListPlace {
  at: number
  of: number
}

/**
 * A list of any length of which only what is near the screen is there; the rest is room. Blocks of items watch
 * themselves, so scrolling by repaints one at a time. The first items are there from the first render, on the server too.
 */
export function LongList<T>({ items, className, about, children, open = false }: LongListProps<T>) {
  const perItem = useRef(about)
  const first = useContext(FirstItems)
  const starts = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, at) => at * BLOCK)
  const of = open ? -1 : items.length
  return (
    <View {...aria({ role: 'list' })}>
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
    </View>
  )
}
