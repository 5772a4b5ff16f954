import type { Id } from '@/domain/id'
import { LOOK_FORMAT } from '@/domain/look'
import { storage } from '@/platform/storage/storage'
import { type Design, isSameDesign } from '../model/design'
import type { UndoHistory } from '../model/undo-history'
import { type PackedHistory, packHistory, unpackHistory } from './packed-history'

/** The number of shops whose history is stored: those edited last. */
export const MAX_SHOPS = 5

/** A history expires after this time: the server deletes photos that no look uses after a week. */
export const MAX_UNDO_AGE_MS = 6 * 86_400_000

const LIST_KEY = 'look-steps'
const keyOf = (shopId: Id) => `look-steps-${shopId}`

type StoredHistory = PackedHistory & { format: number }

/** Persists a shop's undo history. If it does not fit, none is stored. */
export function saveUndoHistory(shopId: Id, steps: UndoHistory): void {
  const packed = packHistory(steps)
  const value: StoredHistory | null = packed && { format: LOOK_FORMAT, ...packed }
  const others = (storage.get<Id[]>(LIST_KEY) ?? []).filter((other) => other !== shopId)
  for (const other of others.splice(MAX_SHOPS - 1)) storage.remove(keyOf(other))
  // an older history would lead to other designs
  if (!value || !storage.set(keyOf(shopId), value)) storage.remove(keyOf(shopId))
  storage.set(LIST_KEY, [shopId, ...others])
}

/** The persisted history that ends with `design`; `undefined` if it ends with another design or has expired. */
export function loadUndoHistory(shopId: Id, design: Design, now: number): UndoHistory | undefined {
  const stored = storage.get<StoredHistory>(keyOf(shopId))
  if (stored?.format !== LOOK_FORMAT || now - stored.since > MAX_UNDO_AGE_MS) return undefined
  const steps = unpackHistory(stored)
  return isSameDesign(steps.now, design) ? steps : undefined
}
