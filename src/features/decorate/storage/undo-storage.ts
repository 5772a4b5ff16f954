import type { Id } from '@/domain/id'
import { LOOK_FORMAT } from '@/domain/look/look'
import { createLruStorage } from '@/platform/storage/lru-storage'
import { type Design, isSameDesign } from '../model/design'
import type { UndoHistory } from '../model/undo-history'
import { type PackedHistory, packHistory, unpackHistory } from './packed-history'

/** The number of shops whose history is stored: those edited last. */
export const MAX_SHOPS = 5

/** A history expires after this time: the server deletes photos that no look uses after a week. */
export const MAX_UNDO_AGE_MS = 6 * 86_400_000

type StoredHistory = PackedHistory & { format: number }

const histories = createLruStorage<StoredHistory>({
  listKey: 'look-steps',
  entryPrefix: 'look-steps-',
  maxEntries: MAX_SHOPS,
})

/** Persists a shop's undo history. If it does not fit, none is stored. */
export function saveUndoHistory(shopId: Id, steps: UndoHistory): void {
  const packed = packHistory(steps)
  if (packed) histories.set(shopId, { format: LOOK_FORMAT, ...packed })
  // an older history would lead to other designs
  else histories.remove(shopId)
}

/** The persisted history that ends with `design`; `undefined` if it ends with another design or has expired. */
export function loadUndoHistory(shopId: Id, design: Design, now: number): UndoHistory | undefined {
  const stored = histories.get(shopId)
  if (stored?.format !== LOOK_FORMAT || now - stored.since > MAX_UNDO_AGE_MS) return undefined
  const steps = unpackHistory(stored)
  return isSameDesign(steps.now, design) ? steps : undefined
}
