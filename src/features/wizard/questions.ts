import { parseYuan } from '@/domain/money'
import {
  lookQuestionWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
} from '@/locales/zh-CN/wizard'
import type { Draft } from './draft'
import { LookQuestion } from './look/look-question'
import { productName } from './product/product-name'
import { ProductQuestion } from './product/product-question'
import type { Question } from './question'
import { lacksCourierFee } from './terms/freight'
import { TermsQuestion } from './terms/terms-question'
import { TradeQuestion } from './trade/trade-question'

/** The four questions, in order. */
export const questions: readonly Question[] = [
  {
    id: 'trade',
    title: tradeQuestionWords.title,
    done: (draft) => draft.trade !== null,
    Question: TradeQuestion,
  },
  {
    id: 'product',
    title: productQuestionWords.title,
    done: (draft) => (parseYuan(draft.price) ?? 0) > 0 && productName(draft) !== '',
    Question: ProductQuestion,
  },
  {
    id: 'terms',
    title: termsQuestionWords.title,
    done: (draft) => draft.fulfilments.length > 0 && !lacksCourierFee(draft),
    Question: TermsQuestion,
  },
  {
    id: 'look',
    title: lookQuestionWords.title,
    done: (draft) => draft.template !== '',
    Question: LookQuestion,
  },
]

/** The furthest question that may be shown: the first one without an answer, at most the last. */
export function furthest(draft: Draft): number {
  const missing = questions.findIndex((question) => !question.done(draft))
  return missing < 0 ? questions.length - 1 : missing
}
