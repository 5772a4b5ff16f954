import { fulfilments } from '@/domain/order/fulfilment'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { consentWords } from '@/locales/person/consent'
import { priceDoubtWords } from '@/locales/product/price-doubt'
import { sheetWords } from '@/locales/sheet'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  unitWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { findControl, type ScreenState } from './screen-state'
import type { ShopPlan } from './shop-plan'
import { photograph, tap, type, type UserAction } from './user-action'
import type { UserMemory } from './user-memory'

type InSheet = (screen: ScreenState, plan: ShopPlan, memory: UserMemory) => UserAction

const close = tap(sheetWords.close)

const photo: InSheet = (screen, _meant, memory) => {
  if (findControl(screen, product.last) && memory.photos > 0 && !memory.photoShown) return tap(product.last)
  return memory.photoShown || memory.photos > 0 ? close : photograph(product.camera)
}

const naming: InSheet = (screen, plan, memory) => {
  const { typedName } = plan
  if (!typedName) {
    // the field shows another name, so the first proposed product is chosen
    const first = memory.firstGood
    return findControl(screen, first) ? tap(first) : close
  }
  if (screen.fields[product.nameField] !== typedName) return type(product.nameField, typedName)
  return tap(product.nameDone)
}

const delivery: InSheet = (screen, plan) => {
  const is = (kind: (typeof fulfilments)[number]) => findControl(screen, fulfilmentWords[kind])?.on === true
  const missing = plan.fulfilments.find((kind) => !is(kind))
  const needless = fulfilments.find((kind) => is(kind) && !plan.fulfilments.includes(kind))
  const change = missing ?? needless
  if (change) return tap(fulfilmentWords[change])
  const field = screen.fields[terms.place]
  if (field !== undefined && field !== plan.place) return type(terms.place, plan.place)
  return tap(terms.done)
}

/** Returns the action that corrects the fee or its free amount, or null when both are right. */
function mendFee(screen: ScreenState, fee: string): UserAction | null {
  if (!findControl(screen, fee)?.on) return tap(fee)
  return findControl(screen, terms.neverFree)?.on === false ? tap(terms.neverFree) : null
}

const money: InSheet = (screen, { fulfilments: ways, fee, courierFee }, memory) => {
  const local = fee === null ? terms.free : terms.yuan(fee)
  const posted = courierFee === null ? terms.freeCourier : terms.yuan(courierFee)
  const tabs = findControl(screen, fulfilmentWords.courier) !== undefined
  const onCourier = tabs ? findControl(screen, fulfilmentWords.courier)?.on === true : !ways.includes('local')
  const mend = mendFee(screen, onCourier ? posted : local)
  if (mend) return mend
  if (!tabs) return tap(terms.done)
  // both ways of sending are checked before the sheet is closed
  memory.checkedFees.add(onCourier ? 'courier' : 'local')
  if (memory.checkedFees.size < 2) return tap(fulfilmentWords[onCourier ? 'local' : 'courier'])
  memory.checkedFees.clear()
  return tap(terms.done)
}

/** The keypad for a fee, also when it was opened by mistake. */
const padFee =
  (free: string, feeOf: (plan: ShopPlan) => string | null): InSheet =>
  (screen, plan) => {
    const fee = feeOf(plan)
    if (fee === null) return tap(free)
    const typed = screen.labels.find((label) => /^[\d.]+ 元$/.test(label))?.replace(' 元', '') ?? ''
    const entered = typed === '0' ? '' : typed
    if (entered === fee) return tap(terms.done)
    return fee.startsWith(entered) ? tap(fee.charAt(entered.length)) : tap('删')
  }

/** The plan has no phone. */
const noPhone: InSheet = () => tap(terms.phoneNo)

const sheets: Record<string, InSheet> = {
  [product.photoSheet]: photo,
  [product.nameSheet]: naming,
  [unitWords.sheet]: (_sight, plan) => tap(unitWords.one(plan.unit)),
  [terms.deliverySheet]: delivery,
  [terms.moneySheet]: money,
  [terms.feeSheet]: padFee(terms.free, ({ fee }) => fee),
  [terms.courierFeeSheet]: (screen, plan, memory) =>
    plan.fulfilments.includes('courier')
      ? padFee(terms.freeCourier, ({ courierFee }) => courierFee)(screen, plan, memory)
      : close,
  [terms.phoneSheet]: noPhone,
  [wizardWords.restartAsk]: () => tap(wizardWords.restartNo),
  [lookQuestionWords.openTitle]: (_sight, _meant, memory) =>
    tap(memory.allConfirmed() ? lookQuestionWords.openYes : lookQuestionWords.openNo),
  [consentWords.title]: (_sight, _meant, memory) =>
    memory.photos > 0 ? tap(consentWords.refuse) : photograph(consentWords.agree),
}

/** Returns the next action in the open sheet; an unexpected sheet is closed. */
export const nextActionInSheet: InSheet = (screen, plan, memory) => {
  // the planned price may be unusual for the trade
  if (screen.sheet === priceDoubtWords.title(plan.price, plan.unit)) return tap(priceDoubtWords.yes)
  return (sheets[screen.sheet ?? ''] ?? (() => close))(screen, plan, memory)
}
