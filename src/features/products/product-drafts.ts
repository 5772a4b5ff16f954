import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import type { Draft } from './product-draft'

interface Drafts {
  drafts: Record<string, Draft>
  put(key: string, draft: Draft): void
  drop(key: string): void
}

/** Where the draft of a product is kept; a shop has one product that is not there yet. */
export const draftKey = (shopId: Id, productId: Id | undefined): string => `${shopId} ${productId ?? 'new'}`

/** Products that are typed and not saved; they outlive pages and the app. */
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
  },
)
