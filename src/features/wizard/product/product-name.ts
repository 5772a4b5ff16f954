import { productQuestionWords } from '@/locales/zh-CN/wizard'
import type { Draft } from '../draft'

/** What the first product is called: as its owner wrote it, or the county, the chosen words and the good. */
export const productName = (draft: Pick<Draft, 'ownName' | 'words' | 'good'>): string =>
  draft.ownName || (draft.good ? productQuestionWords.proposed(draft.words, draft.good) : '')
