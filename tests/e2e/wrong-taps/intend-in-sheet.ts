import { fulfilments } from '@/domain/fulfilment'
import { fulfilmentWords } from '@/locales/zh-CN/fulfilment'
import { priceDoubtWords } from '@/locales/zh-CN/price-doubt'
import { consentWords } from '@/locales/zh-CN/privacy'
import { sheetWords } from '@/locales/zh-CN/sheet'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  unitWords,
  wizardWords,
} from '@/locales/zh-CN/wizard'
import { type Intent, photograph, tap, type } from './intent'
import type { Meant } from './meant'
import type { Memory } from './memory'
import { finds, type Sight } from './sight'

type InSheet = (sight: Sight, meant: Meant, memory: Memory) => Intent

const close = tap(sheetWords.close)

const photo: InSheet = (sight, _meant, memory) => {
  if (finds(sight, product.last) && memory.photos > 0 && !memory.photoShown) return tap(product.last)
  return memory.photoShown || memory.photos > 0 ? close : photograph(product.camera)
}

const naming: InSheet = (sight, meant, memory) => {
  const { typedName } = meant
  if (!typedName) {
    // a name she never typed stands there, or another good: the first one is hers
    const first = memory.firstGood
    return finds(sight, first) ? tap(first) : close
  }
  if (sight.fields[product.nameField] !== typedName) return type(product.nameField, typedName)
  return tap(product.nameDone)
}

const delivery: InSheet = (sight, meant) => {
  const is = (kind: (typeof fulfilments)[number]) => finds(sight, fulfilmentWords[kind])?.on === true
  const missing = meant.fulfilments.find((kind) => !is(kind))
  const needless = fulfilments.find((kind) => is(kind) && !meant.fulfilments.includes(kind))
  const change = missing ?? needless
  if (change) return tap(fulfilmentWords[change])
  const field = sight.fields[terms.place]
  if (field !== undefined && field !== meant.place) return type(terms.place, meant.place)
  return tap(terms.done)
}

/** The fee and its limit of one way of sending, where they are not as meant. */
function mendFee(sight: Sight, fee: string): Intent | null {
  if (!finds(sight, fee)?.on) return tap(fee)
  return finds(sight, terms.neverFree)?.on === false ? tap(terms.neverFree) : null
}

const money: InSheet = (sight, { fulfilments: ways, fee, courierFee }, memory) => {
  const local = fee === null ? terms.free : terms.yuan(fee)
  const posted = courierFee === null ? terms.freeCourier : terms.yuan(courierFee)
  const tabs = finds(sight, fulfilmentWords.courier) !== undefined
  const onCourier = tabs ? finds(sight, fulfilmentWords.courier)?.on === true : !ways.includes('local')
  const mend = mendFee(sight, onCourier ? posted : local)
  if (mend) return mend
  if (!tabs) return tap(terms.done)
  // she looks at both ways before she closes it
  memory.feesSeen.add(onCourier ? 'courier' : 'local')
  if (memory.feesSeen.size < 2) return tap(fulfilmentWords[onCourier ? 'local' : 'courier'])
  memory.feesSeen.clear()
  return tap(terms.done)
}

/** The pad for a fee, also one she opened by a slip. */
const padFee =
  (free: string, feeOf: (meant: Meant) => string | null): InSheet =>
  (sight, meant) => {
    const fee = feeOf(meant)
    if (fee === null) return tap(free)
    const typed = sight.labels.find((label) => /^[\d.]+ 元$/.test(label))?.replace(' 元', '') ?? ''
    const so = typed === '0' ? '' : typed
    if (so === fee) return tap(terms.done)
    return fee.startsWith(so) ? tap(fee.charAt(so.length)) : tap('删')
  }

/** She leaves no phone. */
const noPhone: InSheet = () => tap(terms.phoneNo)

const sheets: Record<string, InSheet> = {
  [product.photoSheet]: photo,
  [product.nameSheet]: naming,
  [unitWords.sheet]: (_sight, meant) => tap(unitWords.one(meant.unit)),
  [terms.deliverySheet]: delivery,
  [terms.moneySheet]: money,
  [terms.feeSheet]: padFee(terms.free, ({ fee }) => fee),
  [terms.courierFeeSheet]: (sight, meant, memory) =>
    meant.fulfilments.includes('courier')
      ? padFee(terms.freeCourier, ({ courierFee }) => courierFee)(sight, meant, memory)
      : close,
  [terms.phoneSheet]: noPhone,
  [wizardWords.restartAsk]: () => tap(wizardWords.restartNo),
  [lookQuestionWords.openTitle]: (_sight, _meant, memory) =>
    tap(memory.allSeen() ? lookQuestionWords.openYes : lookQuestionWords.openNo),
  [consentWords.title]: (_sight, _meant, memory) =>
    memory.photos > 0 ? tap(consentWords.refuse) : photograph(consentWords.agree),
}

/** What she does in the sheet that is open; one she did not want is closed. */
export const intendInSheet: InSheet = (sight, meant, memory) => {
  // her own price may be unusual for what she sells
  if (sight.sheet === priceDoubtWords.title(meant.price, meant.unit)) return tap(priceDoubtWords.yes)
  return (sheets[sight.sheet ?? ''] ?? (() => close))(sight, meant, memory)
}
