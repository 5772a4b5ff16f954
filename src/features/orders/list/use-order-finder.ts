import { useState } from 'react'
import type { OrderFilter } from './order-filter'
import { EMPTY_FINDER, isSearching, type OrderFinder } from './order-finder'

interface FinderOptions {
  initial: OrderFinder
  /** Grows each time that the list is opened from elsewhere, which ends the search. */
  opened: number
  filter: OrderFilter
  onFilter(filter: OrderFilter): void
}

export interface FinderState {
  finder: OrderFinder
  /** The field for a text is open. */
  isOpen: boolean
  /** It has or gets the focus. */
  isFocused: boolean
  onBlur(): void
  change(part: Partial<OrderFinder>): void
  openField(): void
  /** Closes the field and ends its search; the other conditions stay. */
  closeField(): void
}

/**
 * The state of the search for orders: its conditions, and whether its text field is open. A text is looked for in all orders; the filter before
 * it returns when the text is cleared.
 */
export function useOrderFinder({ initial, opened, filter, onFilter }: FinderOptions): FinderState {
  const [stored, setStored] = useState({ opened: 0, finder: initial, isOpen: false })
  const { finder, isOpen } = stored.opened === opened ? stored : { finder: EMPTY_FINDER, isOpen: false }
  const [filterBefore, setFilterBefore] = useState(filter)
  const [isFocused, setIsFocused] = useState(false)
  const set = (part: Partial<OrderFinder>, isFieldOpen: boolean) => {
    const next = { ...finder, ...part }
    setStored({ opened, finder: next, isOpen: isFieldOpen })
    if (isSearching(next) === isSearching(finder)) return
    if (isSearching(next)) {
      setFilterBefore(filter)
      onFilter('all')
    } else if (filter === 'all') onFilter(filterBefore)
  }
  return {
    ...{ finder, isOpen, isFocused },
    onBlur: () => setIsFocused(false),
    change: (part) => set(part, isOpen),
    openField: () => {
      set({}, true)
      setIsFocused(true)
    },
    closeField: () => set({ search: '' }, false),
  }
}
