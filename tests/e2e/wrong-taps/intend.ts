import { homeWords } from '@/locales/zh-CN/home'
import { pageWords } from '@/locales/zh-CN/page'
import { templateWords } from '@/locales/zh-CN/templates'
import { tradeWords } from '@/locales/zh-CN/trade'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords as product,
  publishWords,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/zh-CN/wizard'
import { intendInSheet } from './intend-in-sheet'
import { type Intent, tap } from './intent'
import type { Meant } from './meant'
import type { Memory, QuestionId } from './memory'
import { finds, type Sight, says } from './sight'

const titles: Record<QuestionId, string> = {
  trade: tradeQuestionWords.title,
  product: product.title,
  terms: terms.title,
  look: lookQuestionWords.title,
}

export const questionIn = (sight: Sight): QuestionId | undefined =>
  (Object.keys(titles) as QuestionId[]).find((id) => says(sight, titles[id]))

/** WeChat's own arrow leaves the wizard; above it stands the way one question back. */
const oneBack = (sight: Sight) => tap(finds(sight, wizardWords.back) ? wizardWords.back : pageWords.back)

function intendTrade(sight: Sight, meant: Meant, memory: Memory): Intent {
  const wanted = tradeWords[meant.trade]
  if (!finds(sight, wanted)) return tap(tradeQuestionWords.more)
  memory.isRight('trade')
  return tap(wanted)
}

function intendPrice(sight: Sight, { price }: Meant): Intent | null {
  const so = sight.labels.find((label) => label.startsWith(`${product.price} `)) ?? ''
  const typed = so.slice(product.price.length + 1)
  if (typed === price) return null
  if (!price.startsWith(typed)) return tap('删')
  const next = price.charAt(typed.length)
  return tap(next === '.' ? '点' : next)
}

function intendProduct(sight: Sight, meant: Meant, memory: Memory): Intent {
  memory.photoShown = finds(sight, product.again) !== undefined
  if (!memory.photoShown) return tap(product.shoot)
  if (!says(sight, meant.name)) {
    const offered = sight.things.filter(({ name }) => name !== product.rename)
    const word = offered.find(({ name }) => name === meant.word)
    const others = meant.otherWords.map((name) => offered.find((thing) => thing.name === name))
    const needless = others.find((thing) => thing?.on)
    if (meant.word && word && !word.on) return tap(meant.word)
    if (meant.word && needless) return tap(needless.name)
    return tap(product.rename)
  }
  const unit = finds(sight, unitWords.one(meant.unit))
  if (!unit?.on) return tap(unit ? unit.name : unitWords.other)
  const key = intendPrice(sight, meant)
  if (key) return key
  memory.isRight('product')
  return tap(wizardWords.next)
}

/** What the terms say where sending costs something. */
const FEE = /送货费\s*\d/

function intendTerms(sight: Sight, meant: Meant, memory: Memory): Intent {
  const parts = terms.deliveryParts(meant.fulfilments, meant.place)
  const sentence = parts.join('')
  if (!says(sight, sentence) || says(sight, `${sentence}，`)) return tap(terms.changeDelivery)
  const local = meant.fee === null ? !FEE.test(sight.text) : says(sight, terms.freight(meant.fee, null))
  const posted =
    !meant.fulfilments.includes('courier') || says(sight, terms.courierFreight(meant.courierFee, null))
  if (!local || !posted || /元(免|包邮)/.test(sight.text)) return tap(terms.changeMoney)
  memory.isRight('terms')
  return tap(terms.next)
}

function intendLook(sight: Sight, meant: Meant, memory: Memory): Intent {
  const title = templateWords[meant.template]?.title ?? ''
  if (!sight.labels.includes(lookQuestionWords.preview(title))) return tap(lookQuestionWords.after)
  memory.isRight('look')
  return tap(lookQuestionWords.open)
}

const questions = { trade: intendTrade, product: intendProduct, terms: intendTerms, look: intendLook }

/** What she does next, from what is on the screen and what she remembers; where she never meant to be she goes back. */
export function intend(sight: Sight, meant: Meant, memory: Memory): Intent {
  if (says(sight, openedWords.doneShort)) return { do: 'nothing more' }
  // it is sent, or will be by itself
  if (says(sight, publishWords.sendingText) || finds(sight, publishWords.retry)) return { do: 'wait' }
  if (sight.sheet !== null) return intendInSheet(sight, meant, memory)
  const question = questionIn(sight)
  if (question) {
    if (memory.mustGoBackFrom(question)) return oneBack(sight)
    return questions[question](sight, meant, memory)
  }
  for (const { button } of [homeWords.open, homeWords.resume, homeWords.waitingToOpen])
    if (finds(sight, button)) return tap(button)
  return tap(pageWords.back)
}
