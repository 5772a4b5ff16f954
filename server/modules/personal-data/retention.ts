import type { Tables } from '../../db/tables'

/**
 * The outcomes for a column. `cleared`: emptied. `detached`: it holds a random id. `shortened`: shortened or emptied
 * ninety days after the end of the order, and emptied three years after it. `changed`: set by the event itself. All others are retained.
 */
export const outcomes = ['cleared', 'detached', 'shortened', 'changed'] as const
export type Outcome = (typeof outcomes)[number]

/** `deleted`: the rows about it are deleted. `untouched`: rows stay as they are. */
type Fate<T> = 'deleted' | 'untouched' | Partial<Record<Outcome, readonly (keyof T)[]>>

interface Entry<T> {
  columns: readonly (keyof T)[]
  /** The outcome once the owner has closed the shop for good and can no longer open it again. */
  closing: Fate<T>
  /** The outcome once a person without a shop and without a role in a centre has deleted their stored data. */
  deletion: Fate<T>
}

export type DataRetention = { [T in keyof Tables]: Entry<Tables[T]> }

export const deletedWithAccount = { closing: 'untouched', deletion: 'deleted' } as const
export const deletedWithShop = { closing: 'deleted', deletion: 'untouched' } as const
/** Deleted with the shop, and with the person. */
export const deletedWithBoth = { closing: 'deleted', deletion: 'deleted' } as const
export const untouched = { closing: 'untouched', deletion: 'untouched' } as const
