import { productQuestionWords } from '@/locales/shop/wizard'
import type { ShopDraft } from '../shop-draft'

/** The name of the first product: the custom name, or the chosen words and the good. */
export const productName = (draft: Pick<ShopDraft, 'ownName' | 'words' | 'good'>): string =>
  draft.ownName || (draft.good ? productQuestionWords.proposed(draft.words, draft.good) : '')
