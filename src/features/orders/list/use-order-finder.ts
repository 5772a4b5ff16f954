import { useState } from 'react'
import type { OrderFilter } from './order-filter'
import { EMPTY_FINDER, isFinding, isSearching, type OrderFinder } from './order-finder'

interface FinderOptions {
  initial: OrderFinder
  /** Grows each time that the list is opened from elsewhere, which ends the search. */
  opened: number
  filter: OrderFilter
  onFilter(filter: OrderFilter): void
}

interface FinderState {
  finder: OrderFinder
  isOpen: boolean
}

/**
 * The state of the search for orders: its conditions, whether it is open, and whether its text field has the focus. A text is looked for in all
 * orders; the filter before it returns when the text is cleared.
 */
export function useOrderFinder({ initial, opened, filter, onFilter }: FinderOptions) {
  const [stored, setStored] = useState({ opened: 0, finder: initial, isOpen: isFinding(initial) })
  const { finder, isOpen } = stored.opened === opened ? stored : { finder: EMPTY_FINDER, isOpen: false }
  const set = (part: Partial<FinderState>) => setStored({ opened, finder, isOpen, ...part })
  const [filterBefore, setFilterBefore] = useState(filter)
  const [isFocused, setIsFocused] = useState(false)
  const change = (next: OrderFinder) => {
    set({ finder: next })
    if (isSearching(next) === isSearching(finder)) return
    if (isSearching(next)) {
      setFilterBefore(filter)
      onFilter('all')
    } else if (filter === 'all') onFilter(filterBefore)
  }
  const showAll = () => {
    set({ finder: EMPTY_FINDER, isOpen: false })
    onFilter('all')
  }
  const openByKey = () => {
    set({ isOpen: true })
    setIsFocused(true)
  }
  const field = {
    ...{ value: finder, onChange: change, onShowAll: showAll },
    ...{ isFocused, onBlur: () => setIsFocused(false), isOpen, onOpen: () => set({ isOpen: true }) },
  }
  return { finder, field, openByKey }
}
