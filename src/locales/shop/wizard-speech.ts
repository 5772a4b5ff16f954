import { parseYuan } from '@/domain/money'
import { spokenYuan } from '../parts/amount'
import { eachWords } from '../parts/each'
import { joinSentences } from '../speech'
import { translated } from '../translation'
import {
  lookQuestionWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
  wizardWords,
} from './wizard'

interface ProductSpeech {
  name: string
  /** Yuan as typed. */
  price: string
  unit: string
  photographed: boolean
}

interface TermsSpeech {
  moneyParts: readonly string[]
  freight: readonly string[]
  guests: boolean
  deliveryParts: readonly string[]
}

/** Replaces amounts such as `3.5 元` by their spoken form: 三元五角. */
const withSpokenAmounts = (text: string): string =>
  text.replace(/ ?(\d+(?:\.\d+)?) 元/g, (_, yuan: string) => spokenYuan(parseYuan(yuan) ?? 0))

/** Spoken texts of the wizard's questions: the question, the current answer and the next action. */
export const questionSpeech = translated('questionSpeech', {
  trade: (trades: readonly string[], all: boolean) =>
    joinSentences(
      tradeQuestionWords.title,
      `有${trades.join('、')}`,
      all ? '点一下图' : `点一下图。都不是，点最下面的${tradeQuestionWords.more}`,
    ),
  product: ({ name, price, unit, photographed }: ProductSpeech) => {
    const fen = parseYuan(price) ?? 0
    return joinSentences(
      `${productQuestionWords.title}，${name}`,
      fen > 0 ? `${eachWords(unit)}${spokenYuan(fen)}` : productQuestionWords.priceMissing,
      !photographed && `想放照片，点${productQuestionWords.shoot}`,
      `价钱对了，点${wizardWords.next}`,
    )
  },
  terms: ({ moneyParts, freight, guests, deliveryParts }: TermsSpeech) =>
    joinSentences(
      termsQuestionWords.title,
      `${termsQuestionWords.money}，${moneyParts.join('')}`,
      freight.length > 0 && withSpokenAmounts(freight.join('，')),
      `${guests ? termsQuestionWords.guests : termsQuestionWords.delivery}，${deliveryParts.join('')}`,
      `最好${termsQuestionWords.phoneAdd}`,
      `行，就点最下面的${termsQuestionWords.next}。不行，点${termsQuestionWords.change}`,
    ),
  look: (title: string) =>
    joinSentences(
      lookQuestionWords.title,
      `现在是${title}的样子`,
      '点两边的箭头，换一个样子',
      `看好了，点最下面的${lookQuestionWords.open}`,
    ),
} as const)
