import type { Id } from '@/domain/id'
import type { Product } from '@/domain/product/product'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { completeDraft, type ProductDraft, rebaseDraft } from './product-draft'

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

/**
 * Rebases the unsaved draft of a product that was changed in the list, so that the seller's own change is no conflict. `change`
 * makes the same change in the draft. A draft of an older version stays, as another device has changed the product.
 */
export function rebaseStoredDraft(
  shopId: Id,
  saved: Product,
  change: (draft: ProductDraft) => ProductDraft,
): void {
  const { drafts, put } = useProductDrafts.getState()
  const key = draftKey(shopId, saved.id)
  const draft = drafts[key]
  if (draft?.version === saved.version - 1) put(key, rebaseDraft(change(draft), saved))
}

/** Rebases the unsaved drafts of products whose category was renamed, whose versions the server has increased by one. */
export function rebaseDraftsOnRename(
  shopId: Id,
  products: readonly Product[],
  { from, to }: { from: string; to: string },
): void {
  for (const product of products)
    if (product.category === from)
      rebaseStoredDraft(shopId, { ...product, category: to, version: product.version + 1 }, (draft) =>
        draft.category === from ? { ...draft, category: to } : draft,
      )
}
