import type { RouteBody, RouteReply } from '@/contract/routes'
import type { Entry } from '@/domain/group-buy/hand-out'
import type { ReadEntry } from '@/domain/group-buy/read-entry'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type PasteReply = RouteReply<'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted'>
type Pasted = RouteBody<'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted'>['entries'][number]

/** A line that was read, what the owner makes of it, and what became of it. */
export interface PastedRow {
  /** The id of the entry, which a retry repeats. */
  orderId: Id
  read: ReadEntry
  name: string
  lines: ReadEntry['lines']
  /** The owner has looked at it, or it was certain. */
  isSure: boolean
  isSkipped: boolean
  /** The entry with the same number in the chat, which was pasted before and is replaced. */
  replaces?: { orderId: Id; number: number }
  /** Its number once it is stored, or why it was refused. */
  result?: Omit<PasteReply['items'][number], 'orderId'>
}

/** The rows of a list that was read. What the chat's number has in an account's entry is never replaced. */
export function toRows(read: readonly ReadEntry[], entries: readonly Entry[]): PastedRow[] {
  return read.map((entry) => {
    const known = entries.find(
      ({ isPasted, chatNumber, state }) =>
        isPasted && state !== 'cancelled' && chatNumber !== undefined && chatNumber === entry.number,
    )
    return {
      ...{ orderId: newId(), read: entry, name: entry.name ?? '', lines: entry.lines },
      isSure: entry.doubts.length === 0,
      isSkipped: false,
      ...(known ? { replaces: { orderId: known.orderId, number: known.number } } : {}),
    }
  })
}

/** True for a row that is to be stored. */
export const isToStore = ({ read, isSkipped, result, name, lines, isSure }: PastedRow): boolean =>
  read.kind === 'entry' &&
  !isSkipped &&
  result === undefined &&
  isSure &&
  name.trim() !== '' &&
  lines.length > 0

/** True for a row at which the owner has to look first. */
export const isOpenRow = ({ read, isSkipped, isSure, result }: PastedRow): boolean =>
  read.kind === 'entry' && !isSkipped && !isSure && result?.number === undefined

export const toPasted = ({ orderId, name, lines, read, replaces }: PastedRow): Pasted => ({
  ...{ orderId, name: name.trim(), lines },
  ...(read.phone === undefined ? {} : { phone: read.phone }),
  ...(read.pointId === undefined ? {} : { pointId: read.pointId }),
  ...(read.note === undefined ? {} : { note: read.note.slice(0, 200) }),
  ...(read.number === undefined ? {} : { chatNumber: read.number }),
  ...(replaces ? { replaces: replaces.orderId } : {}),
})

/** A row that was refused, to be changed: another content needs another id. */
export const reopenRow = ({ result: _, ...row }: PastedRow): PastedRow => ({
  ...row,
  ...{ orderId: newId(), isSure: false },
})

export interface PasteDraft {
  text: string
  rows?: PastedRow[]
  other?: number
}

interface Drafts {
  drafts: Record<Id, PasteDraft>
  save(groupBuyId: Id, draft: PasteDraft): void
}

/** The persisted lists that were pasted and are not stored yet. */
export const usePasteDrafts = createPersistedStore<Drafts, Pick<Drafts, 'drafts'>>(
  (set) => ({
    drafts: {},
    save: (groupBuyId, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [groupBuyId]: draft } })),
  }),
  { name: 'group-buy-pastes', version: 1, partialize: ({ drafts }) => ({ drafts }) },
)
