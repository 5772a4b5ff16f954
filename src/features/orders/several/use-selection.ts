import { useState } from 'react'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'

export interface Selection {
  /** The selected orders that are in the list. */
  chosen: readonly OrderSummary[]
  /** Counts the changes of the selection. */
  changes: number
  has(id: Id): boolean
  /** Selects these orders, or none of them if all were selected. */
  toggle(ids: readonly Id[]): void
  clear(): void
}

/**
 * Selects orders of a list. The selection stays after an answer, so that the same orders can be packed, printed and sent, and while other orders
 * are looked for.
 */
export function useSelection(orders: readonly OrderSummary[]): Selection {
  const [{ ids, changes }, set] = useState({ ids: new Set<Id>(), changes: 0 })
  const change = (next: readonly Id[]) => set({ ids: new Set(next), changes: changes + 1 })
  return {
    chosen: orders.filter(({ id }) => ids.has(id)),
    changes,
    has: (id) => ids.has(id),
    toggle: (some) =>
      change(
        some.every((id) => ids.has(id)) ? [...ids].filter((id) => !some.includes(id)) : [...ids, ...some],
      ),
    clear: () => change([]),
  }
}
