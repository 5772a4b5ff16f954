import { useState } from 'react'
import type { OrderFilter } from './order-filter'
import { EMPTY_FINDER, isFinding, isSearching, type OrderFinder } from './order-finder'

interface FinderOptions {
  initial: OrderFinder
  filter: OrderFilter
  onFilter(filter: OrderFilter): void
}

/**
 * The state of the search for orders: its conditions, whether it is open, and whether its text field has the focus. A text is looked for in all
 * orders; the filter before it returns when the text is cleared.
 */
export function useOrderFinder({ initial, filter, onFilter }: FinderOptions) {
  const [finder, setFinder] = useState(initial)
  const [filterBefore, setFilterBefore] = useState(filter)
  const [isOpen, setIsOpen] = useState(isFinding(initial))
  const [isFocused, setIsFocused] = useState(false)
  const change = (next: OrderFinder) => {
    setFinder(next)
    if (isSearching(next) === isSearching(finder)) return
    if (isSearching(next)) {
      setFilterBefore(filter)
      onFilter('all')
    } else if (filter === 'all') onFilter(filterBefore)
  }
  const showAll = () => {
    setFinder(EMPTY_FINDER)
    setIsOpen(false)
    onFilter('all')
  }
  const openByKey = () => {
    setIsOpen(true)
    setIsFocused(true)
  }
  const field = {
    ...{ value: finder, onChange: change, onShowAll: showAll },
    ...{ isFocused, onBlur: () => setIsFocused(false), isOpen, onOpen: () => setIsOpen(true) },
  }
  return { finder, field, openByKey }
}
