import type { Failure } from '@/domain/failure'
import { productQuestionWords, termsQuestionWords } from '@/locales/zh-CN/wizard'

interface Wrong {
  at: number
  title: string
}

const product: Wrong = { at: 1, title: productQuestionWords.title }
const terms: Wrong = { at: 2, title: termsQuestionWords.title }

const places: readonly [prefix: RegExp, question: Wrong][] = [
  [/^\/(products|name)/, product],
  [/^\/(fulfilments|payments|freight|pickupPlace|phone)/, terms],
]

/** The question whose answer the server would not take, if it said which. */
export function questionAbout(failure: Failure): Wrong | undefined {
  const paths = (failure.fields ?? []).map((field) => field.path)
  return places.find(([prefix]) => paths.some((path) => prefix.test(path)))?.[1]
}
