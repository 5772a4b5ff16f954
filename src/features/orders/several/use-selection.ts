import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'

export interface Selection {
  /** The selected orders that are in the list. */
  selected: readonly Id[]
  isAll: boolean
  toggle(id: Id): void
  toggleAll(): void
}

/** Selects orders of a list. The selection stays after an answer, so that the same orders can be packed, printed and sent. */
export function useSelection(orders: readonly OrderSummary[], onChange: () => void): Selection {
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<Id>>(new Set())
  // a selected order may have left the list meanwhile
  const selected = orders.filter(({ id }) => selectedIds.has(id)).map(({ id }) => id)
  const isAll = selected.length === orders.length
  const change = (ids: readonly Id[]) => {
    setSelectedIds(new Set(ids))
    onChange()
  }
  return {
    selected,
    isAll,
    toggle: (id) => change(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]),
    toggleAll: () => change(isAll ? [] : orders.map(({ id }) => id)),
  }
}
