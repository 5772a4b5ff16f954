import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look/look'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { upgradeLook } from '@/templates/upgrade-look'
import { type Design, designOf, isSameDesign } from '../model/design'

/** A shop's design on this phone, and the server's draft that it is based on. */
export interface LookDraft {
  design: Design
  /** The version of the server's draft that the design is based on. */
  version: number
  saved: Design
  /** Designs sent since the last acknowledged save, newest last; they identify a save whose reply was lost. */
  sent: readonly Design[]
}

interface LookDrafts {
  drafts: Record<Id, LookDraft>
  change(shopId: Id, part: Partial<LookDraft>): void
  /** Replaces this phone's draft with the server's. */
  replace(shopId: Id, draft: Look): void
}

/** Upgrades drafts persisted by an older version to the current look format. */
const migrateDrafts = (drafts: LookDrafts['drafts']): LookDrafts['drafts'] => {
  const migrate = (design: Design): Design => designOf(upgradeLook({ ...design, version: 0 }))
  return Object.fromEntries(
    Object.entries(drafts).map(([shopId, { design, saved, sent, version }]) => [
      shopId,
      { design: migrate(design), saved: migrate(saved), sent: [sent ?? []].flat().map(migrate), version },
    ]),
  )
}

/** The drafts on this phone, by shop; persisted. */
export const useLookDrafts = createPersistedStore<LookDrafts, Pick<LookDrafts, 'drafts'>>(
  (set) => ({
    drafts: {},
    change: (shopId, part) =>
      set(({ drafts }) => {
        const known = drafts[shopId]
        return known ? { drafts: { ...drafts, [shopId]: { ...known, ...part } } } : {}
      }),
    replace: (shopId, draft) =>
      set(({ drafts }) => {
        const design = designOf(draft)
        const replacement: LookDraft = { design, version: draft.version, saved: design, sent: [] }
        return { drafts: { ...drafts, [shopId]: replacement } }
      }),
  }),
  {
    name: 'look-drafts',
    version: 1,
    partialize: ({ drafts }) => ({ drafts }),
    merge: (stored, now) => ({
      ...now,
      drafts: migrateDrafts((stored as Partial<LookDrafts>)?.drafts ?? {}),
    }),
  },
)

/** The maximum number of distinct unacknowledged designs that are remembered. */
const MAX_SENT = 8

/** The unacknowledged designs including `design`, which is about to be sent. */
export const addSentDesign = ({ sent }: LookDraft, design: Design): Design[] =>
  [...sent.filter((before) => !isSameDesign(before, design)), design].slice(-MAX_SENT)

export const hasUnsavedChanges = ({ design, saved }: LookDraft): boolean => !isSameDesign(design, saved)

/** True if the server's draft equals a design that this phone has saved or sent, acknowledged or not. */
export function isFromThisDevice({ design, saved, sent }: LookDraft, theirs: Look): boolean {
  const theirDesign = designOf(theirs)
  return [design, saved, ...sent].some((mine) => isSameDesign(mine, theirDesign))
}

/**
 * Reconciles this phone's draft with the server's. Without unsaved changes the server's replaces it; with unsaved changes based
 * on it they are kept; otherwise the result is `conflict` and nothing is overwritten.
 */
export function reconcileDraft(shopId: Id, theirs: Look): 'same' | 'replaced' | 'conflict' {
  const { drafts, change, replace } = useLookDrafts.getState()
  const mine = drafts[shopId]
  // a stale read: this phone has saved a later version since
  if (mine && theirs.version < mine.version) return 'same'
  if (mine && hasUnsavedChanges(mine)) {
    if (mine.version === theirs.version) return 'same'
    if (!isFromThisDevice(mine, theirs)) return 'conflict'
    change(shopId, { version: theirs.version, saved: designOf(theirs), sent: [] })
    return 'same'
  }
  const isSameVersion = mine && mine.version === theirs.version
  if (!isSameVersion || !isSameDesign(mine.design, designOf(theirs))) replace(shopId, theirs)
  return isSameVersion || !mine ? 'same' : 'replaced'
}
