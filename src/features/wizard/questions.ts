import { parseYuan } from '@/domain/money'
import {
  lookQuestionWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
} from '@/locales/shop/wizard'
import { LookQuestion } from './look/look-question'
import { productName } from './product/product-name'
import { ProductQuestion } from './product/product-question'
import type { Question } from './question'
import type { ShopDraft } from './shop-draft'
import { lacksCourierFee } from './terms/freight'
import { TermsQuestion } from './terms/terms-question'
import { TradeQuestion } from './trade/trade-question'

/** The four questions, in order. */
export const questions: readonly Question[] = [
  {
    id: 'trade',
    title: tradeQuestionWords.title,
    isAnswered: (draft) => draft.trade !== null,
    Question: TradeQuestion,
  },
  {
    id: 'product',
    title: productQuestionWords.title,
    isAnswered: (draft) => (parseYuan(draft.price) ?? 0) > 0 && productName(draft) !== '',
    Question: ProductQuestion,
  },
  {
    id: 'terms',
    title: termsQuestionWords.title,
    isAnswered: (draft) => draft.fulfilments.length > 0 && !lacksCourierFee(draft),
    Question: TermsQuestion,
  },
  {
    id: 'look',
    title: lookQuestionWords.title,
    isAnswered: (draft) => draft.template !== '',
    Question: LookQuestion,
  },
]

/** Index of the first question without an answer, or of the last question. */
export function lastReachableIndex(draft: ShopDraft): number {
  const missing = questions.findIndex((question) => !question.isAnswered(draft))
  return missing < 0 ? questions.length - 1 : missing
}
