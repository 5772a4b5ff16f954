import type { Application } from '@/contract/payment/payment-application'
import type { Id } from '@/domain/id'
import { localPhotos } from '@/platform/media/photos'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { type ApplicationDraft, emptyDraft } from './application-draft'

interface ApplicationDrafts {
  drafts: Record<Id, ApplicationDraft>
  /** Changes a shop's draft, which then differs from what was sent. */
  change(shopId: Id, edit: (draft: ApplicationDraft) => Partial<ApplicationDraft>): void
  /** Marks a draft as sent before its reply, which may be lost, with the `sentAt` of the application known so far. */
  markSent(shopId: Id, sentAfter: number): void
  drop(shopId: Id): void
}

/** The applications as far as they are filled in, by shop, stored on this phone. */
export const useApplicationDrafts = createPersistedStore<
  ApplicationDrafts,
  Pick<ApplicationDrafts, 'drafts'>
>(
  (set) => {
    const put = (shopId: Id, edit: (draft: ApplicationDraft) => Partial<ApplicationDraft>) =>
      set(({ drafts }) => {
        const draft = drafts[shopId] ?? emptyDraft
        return { drafts: { ...drafts, [shopId]: { ...draft, ...edit(draft), changedAt: Date.now() } } }
      })
    return {
      drafts: {},
      change: (shopId, edit) => put(shopId, (draft) => ({ ...edit(draft), sentAfter: undefined })),
      markSent: (shopId, sentAfter) => put(shopId, () => ({ sentAfter })),
      drop: (shopId) => set(({ drafts: { [shopId]: _dropped, ...drafts } }) => ({ drafts })),
    }
  },
  { name: 'payment-applications', version: 1, partialize: ({ drafts }) => ({ drafts }) },
)

/** Removes a shop's draft, if there is one, and its photos from this phone. */
export function dropDraft(shopId: Id) {
  const { drafts, drop } = useApplicationDrafts.getState()
  const draft = drafts[shopId]
  if (!draft) return
  for (const paper of Object.values(draft.papers)) void localPhotos.drop(paper.photoId)
  drop(shopId)
}

/** Removes the draft of an application that has ended, but not one that has been begun, or may not have arrived, since. */
export function dropEndedDraft(shopId: Id, { state, sentAt }: Pick<Application, 'state' | 'sentAt'>) {
  const sentAfter = useApplicationDrafts.getState().drafts[shopId]?.sentAfter
  const isOfDraft = sentAfter !== undefined && sentAt > sentAfter
  if (state === 'accepted' || (state === 'canceled' && isOfDraft)) dropDraft(shopId)
}

const DRAFT_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000

/** Removes the drafts that nobody has changed or sent for thirty days. */
export function dropOldDrafts(now: number) {
  for (const [shopId, { changedAt = 0 }] of Object.entries(useApplicationDrafts.getState().drafts))
    if (now - changedAt > DRAFT_LIFETIME_MS) dropDraft(shopId)
}
