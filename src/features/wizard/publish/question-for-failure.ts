import type { Failure } from '@/domain/failure'
import { productQuestionWords, termsQuestionWords } from '@/locales/shop/wizard'

interface FailedQuestion {
  at: number
  title: string
}

const productQuestion: FailedQuestion = { at: 1, title: productQuestionWords.title }
const termsQuestion: FailedQuestion = { at: 2, title: termsQuestionWords.title }

const questionsByPath: readonly [prefix: RegExp, question: FailedQuestion][] = [
  [/^\/(products|name)/, productQuestion],
  [/^\/(fulfilments|payments|freight|pickupPlace|phone)/, termsQuestion],
]

/** Returns the question whose answer the server rejected, if the failure names its field. */
export function questionForFailure(failure: Failure): FailedQuestion | undefined {
  const paths = (failure.fields ?? []).map((field) => field.path)
  return questionsByPath.find(([prefix]) => paths.some((path) => prefix.test(path)))?.[1]
}
