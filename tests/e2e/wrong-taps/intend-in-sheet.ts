import { fulfilments } from '@/domain/fulfilment'
import { fulfilmentWords } from '@/words/zh/fulfilment'
import { consentWords } from '@/words/zh/privacy'
import { sheetWords } from '@/words/zh/sheet'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
  unitWords,
  wizardWords,
} from '@/words/zh/wizard'
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

const money: InSheet = (sight, meant) => {
  const fee = meant.fee === null ? terms.free : terms.yuan(meant.fee)
  if (!finds(sight, fee)?.on) return tap(fee)
  return finds(sight, terms.neverFree)?.on === false ? tap(terms.neverFree) : tap(terms.done)
}

const sheets: Record<string, InSheet> = {
  [product.photoSheet]: photo,
  [product.nameSheet]: naming,
  [unitWords.sheet]: (_sight, meant) => tap(unitWords.one(meant.unit)),
  [terms.deliverySheet]: delivery,
  [terms.moneySheet]: money,
  [wizardWords.restartAsk]: () => tap(wizardWords.restartNo),
  [lookQuestionWords.openTitle]: (_sight, _meant, memory) =>
    tap(memory.allSeen() ? lookQuestionWords.openYes : lookQuestionWords.openNo),
  [consentWords.title]: (_sight, _meant, memory) =>
    memory.photos > 0 ? tap(consentWords.refuse) : photograph(consentWords.agree),
}

/** What she does in the sheet that is open; one she did not want is closed. */
export const intendInSheet: InSheet = (sight, meant, memory) =>
  (sheets[sight.sheet ?? ''] ?? (() => close))(sight, meant, memory)
