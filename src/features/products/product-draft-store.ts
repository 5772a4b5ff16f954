import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { completeDraft, type ProductDraft } from './product-draft'

interface Drafts {
  drafts: Record<string, ProductDraft>
  put(key: string, draft: ProductDraft): void
  drop(key: string): void
}

/** The key of a product's draft; each shop has one draft of a new product, and one of a copy of each product. */
export const draftKey = (shopId: Id, productId: Id | undefined, likeId?: Id): string =>
  `${shopId} ${productId ?? (likeId === undefined ? 'new' : `like ${likeId}`)}`

/** The persisted drafts of unsaved products. */
export const useProductDrafts = createPersistedStore<Drafts, Pick<Drafts, 'drafts'>>(
  (set) => ({
    drafts: {},
    put: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
    drop: (key) => set(({ drafts: { [key]: _dropped, ...drafts } }) => ({ drafts })),
  }),
  {
    name: 'product-drafts',
    version: 1,
    partialize: ({ drafts }) => ({ drafts }),
    merge: (stored, now) => {
      const { drafts } = Object.assign({ drafts: {} }, stored) as Pick<Drafts, 'drafts'>
      for (const key in drafts) {
        const draft = drafts[key]
        if (draft) drafts[key] = completeDraft(draft)
      }
      return { ...now, drafts }
    },
  },
)
