import type { Id } from '@/domain/id'
import type { ApplicationState } from '@/domain/payment-application'
import { localPhotos } from '@/platform/media/photos'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { type ApplicationDraft, emptyDraft } from './application-draft'

interface ApplicationDrafts {
  drafts: Record<Id, ApplicationDraft>
  /** Changes a shop's draft, which then differs from what was sent. */
  change(shopId: Id, edit: (draft: ApplicationDraft) => Partial<ApplicationDraft>): void
  /** Marks a draft as sent before its reply, which may be lost. */
  markSent(shopId: Id): void
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
        return { drafts: { ...drafts, [shopId]: { ...draft, ...edit(draft) } } }
      })
    return {
      drafts: {},
      change: (shopId, edit) => put(shopId, (draft) => ({ ...edit(draft), isSent: false })),
      markSent: (shopId) => put(shopId, () => ({ isSent: true })),
      drop: (shopId) => set(({ drafts: { [shopId]: _dropped, ...drafts } }) => ({ drafts })),
    }
  },
  { name: 'payment-applications', version: 1, partialize: ({ drafts }) => ({ drafts }) },
)

/** Removes a shop's draft and its photos from this phone. */
export function dropDraft(shopId: Id) {
  const { drafts, drop } = useApplicationDrafts.getState()
  for (const paper of Object.values(drafts[shopId]?.papers ?? {})) void localPhotos.drop(paper.photoId)
  drop(shopId)
}

/** Removes the draft of an application that has ended, but not one that has been begun since. */
export function dropEndedDraft(shopId: Id, state: ApplicationState) {
  const draft = useApplicationDrafts.getState().drafts[shopId]
  if (draft && (state === 'accepted' || (state === 'canceled' && draft.isSent))) dropDraft(shopId)
}
