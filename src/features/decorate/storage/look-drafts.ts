import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { upgradeLook } from '@/templates/upgrade'
import { type Design, designOf, sameDesign } from '../model/design'

/** A shop's design on this phone, and what of it the server has. */
export interface LookDraft {
  design: Design
  /** The server's draft that this was made from. */
  version: number
  saved: Design
  /** What was sent since the last save that was answered, newest last: an answer that got lost is recognised by it. */
  sent: readonly Design[]
}

interface LookDrafts {
  drafts: Record<Id, LookDraft>
  change(shopId: Id, part: Partial<LookDraft>): void
  /** The server's draft in place of what is here. */
  take(shopId: Id, draft: Look): void
}

/** What an older program kept, in today's form of looks. */
const raised = (drafts: LookDrafts['drafts']): LookDrafts['drafts'] => {
  const raise = (design: Design): Design => designOf(upgradeLook({ ...design, version: 0 }))
  return Object.fromEntries(
    Object.entries(drafts).map(([shopId, { design, saved, sent, version }]) => [
      shopId,
      { design: raise(design), saved: raise(saved), sent: [sent ?? []].flat().map(raise), version },
    ]),
  )
}

/** Designs that are made on this phone; they outlive pages and the app. */
export const useLookDrafts = createPersistedStore<LookDrafts, Pick<LookDrafts, 'drafts'>>(
  (set) => ({
    drafts: {},
    change: (shopId, part) =>
      set(({ drafts }) => {
        const known = drafts[shopId]
        return known ? { drafts: { ...drafts, [shopId]: { ...known, ...part } } } : {}
      }),
    take: (shopId, draft) =>
      set(({ drafts }) => {
        const design = designOf(draft)
        const taken: LookDraft = { design, version: draft.version, saved: design, sent: [] }
        return { drafts: { ...drafts, [shopId]: taken } }
      }),
  }),
  {
    name: 'look-drafts',
    version: 1,
    partialize: ({ drafts }) => ({ drafts }),
    merge: (kept, now) => ({ ...now, drafts: raised((kept as Partial<LookDrafts>)?.drafts ?? {}) }),
  },
)

/** Where there is no network the same goes out again and again; of what differs so much is remembered. */
const MOST_SENT = 8

/** What was sent without an answer, with a design that goes out now. */
export const withSent = ({ sent }: LookDraft, design: Design): Design[] =>
  [...sent.filter((before) => !sameDesign(before, design)), design].slice(-MOST_SENT)

export const isUnsaved = ({ design, saved }: LookDraft): boolean => !sameDesign(design, saved)

/** Whether the server's draft is what this phone saved or sent, whatever became of the answer. */
export function isOurs({ design, saved, sent }: LookDraft, theirs: Look): boolean {
  const there = designOf(theirs)
  return [design, saved, ...sent].some((mine) => sameDesign(mine, there))
}

/**
 * Meets the server's draft. Where nothing is unsaved here it is taken; where ours lies upon it, it is gone on with; else
 * it is told, and nothing is overwritten.
 */
export function meet(shopId: Id, theirs: Look): 'same' | 'taken' | 'conflict' {
  const { drafts, change, take } = useLookDrafts.getState()
  const mine = drafts[shopId]
  // read before what was saved here since
  if (mine && theirs.version < mine.version) return 'same'
  if (mine && isUnsaved(mine)) {
    if (mine.version === theirs.version) return 'same'
    if (!isOurs(mine, theirs)) return 'conflict'
    change(shopId, { version: theirs.version, saved: designOf(theirs), sent: [] })
    return 'same'
  }
  const known = mine && mine.version === theirs.version
  if (!known || !sameDesign(mine.design, designOf(theirs))) take(shopId, theirs)
  return known || !mine ? 'same' : 'taken'
}
