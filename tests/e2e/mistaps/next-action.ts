import { templateWords } from '@/locales/look/templates'
import { pageWords } from '@/locales/page'
import { homeWords } from '@/locales/shop/home'
import { tradeWords } from '@/locales/shop/trade'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords as product,
  publishWords,
  termsQuestionWords as terms,
  tradeQuestionWords,
  unitWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { nextActionInSheet } from './next-action-in-sheet'
import { findControl, hasText, type ScreenState } from './screen-state'
import type { ShopPlan } from './shop-plan'
import { tap, type UserAction } from './user-action'
import type { QuestionId, UserMemory } from './user-memory'

const titles: Record<QuestionId, string> = {
  trade: tradeQuestionWords.title,
  product: product.title,
  terms: terms.title,
  look: lookQuestionWords.title,
}

export const questionIn = (screen: ScreenState): QuestionId | undefined =>
  (Object.keys(titles) as QuestionId[]).find((id) => hasText(screen, titles[id]))

/** WeChat's own arrow leaves the wizard; the button above it goes back one question. */
const oneBack = (screen: ScreenState) =>
  tap(findControl(screen, wizardWords.back) ? wizardWords.back : pageWords.back)

function intendTrade(screen: ScreenState, plan: ShopPlan, memory: UserMemory): UserAction {
  const wanted = tradeWords[plan.trade]
  if (!findControl(screen, wanted)) return tap(tradeQuestionWords.more)
  memory.confirm('trade')
  return tap(wanted)
}

function intendPrice(screen: ScreenState, { price }: ShopPlan): UserAction | null {
  const label = screen.labels.find((label) => label.startsWith(`${product.price} `)) ?? ''
  const typed = label.slice(product.price.length + 1)
  if (typed === price) return null
  if (!price.startsWith(typed)) return tap('删')
  const next = price.charAt(typed.length)
  return tap(next === '.' ? '点' : next)
}

function intendProduct(screen: ScreenState, plan: ShopPlan, memory: UserMemory): UserAction {
  memory.photoShown = findControl(screen, product.again) !== undefined
  if (!memory.photoShown) return tap(product.shoot)
  if (!hasText(screen, plan.name)) {
    const offered = screen.controls.filter(({ name }) => name !== product.rename)
    const word = offered.find(({ name }) => name === plan.word)
    const others = plan.otherWords.map((name) => offered.find((thing) => thing.name === name))
    const needless = others.find((thing) => thing?.on)
    if (plan.word && word && !word.on) return tap(plan.word)
    if (plan.word && needless) return tap(needless.name)
    return tap(product.rename)
  }
  const unit = findControl(screen, unitWords.one(plan.unit))
  if (!unit?.on) return tap(unit ? unit.name : unitWords.other)
  const key = intendPrice(screen, plan)
  if (key) return key
  memory.confirm('product')
  return tap(wizardWords.next)
}

/** Matches a delivery fee in the terms. */
const FEE = /送货费\s*\d/

function intendTerms(screen: ScreenState, plan: ShopPlan, memory: UserMemory): UserAction {
  const parts = terms.deliveryParts(plan.fulfilments, plan.place)
  const sentence = parts.join('')
  if (!hasText(screen, sentence) || hasText(screen, `${sentence}，`)) return tap(terms.changeDelivery)
  const local = plan.fee === null ? !FEE.test(screen.text) : hasText(screen, terms.freight(plan.fee, null))
  const posted =
    !plan.fulfilments.includes('courier') || hasText(screen, terms.courierFreight(plan.courierFee, null))
  if (!local || !posted || /元(免|包邮)/.test(screen.text)) return tap(terms.changeMoney)
  memory.confirm('terms')
  return tap(terms.next)
}

function intendLook(screen: ScreenState, plan: ShopPlan, memory: UserMemory): UserAction {
  const title = templateWords[plan.template]?.title ?? ''
  if (!screen.labels.includes(lookQuestionWords.preview(title))) return tap(lookQuestionWords.after)
  memory.confirm('look')
  return tap(lookQuestionWords.open)
}

const questions = { trade: intendTrade, product: intendProduct, terms: intendTerms, look: intendLook }

/** Returns the next action from the screen and the memory; goes back from an unexpected screen. */
export function nextAction(screen: ScreenState, plan: ShopPlan, memory: UserMemory): UserAction {
  if (hasText(screen, openedWords.doneShort)) return { do: 'nothing more' }
  // the request is being sent or retried
  if (hasText(screen, publishWords.sendingText) || findControl(screen, publishWords.retry))
    return { do: 'wait' }
  if (screen.sheet !== null) return nextActionInSheet(screen, plan, memory)
  const question = questionIn(screen)
  if (question) {
    if (memory.mustGoBackFrom(question)) return oneBack(screen)
    return questions[question](screen, plan, memory)
  }
  // a page that is not drawn yet has only its arrow
  if (screen.controls.every(({ name }) => name === pageWords.back)) return { do: 'wait' }
  for (const { button } of [homeWords.open, homeWords.resume, homeWords.waitingToOpen])
    if (findControl(screen, button)) return tap(button)
  return tap(pageWords.back)
}
