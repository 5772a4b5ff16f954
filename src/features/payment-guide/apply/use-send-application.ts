import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { Application, ApplicationRequest } from '@/contract/payment/payment-application'
import { type Failure, type FailureCode, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { applyWords as words } from '@/locales/payment/payment-application'
import { useApplicationDrafts } from './application-draft-store'
import type { FieldProblem } from './use-application-form'

type PutRoute = 'PUT /api/shops/:shopId/payment-application'

const putApplication = (shopId: Id, body: ApplicationRequest): Promise<Result<Application>> =>
  call<PutRoute>('PUT /api/shops/:shopId/payment-application', { params: { shopId }, body })

const failureWords: Partial<Record<FailureCode, string>> = words.failures

interface SendListener {
  onSent(application: Application): void
  /** Marks the problems that the server found, and returns those that no field shows. */
  onRejected(problems: readonly FieldProblem[]): readonly FieldProblem[]
  /** The application has changed meanwhile, or may have. */
  onStale(): void
}

/** A sentence of WeChat Pay; messages in English are not for sellers. */
const sentenceOf = (message: string): string | undefined =>
  /[\u4e00-\u9fff]/.test(message) ? message : undefined

const problemsOf = ({ fields = [] }: Failure): FieldProblem[] =>
  fields.map(({ path, message }) => ({ path, text: sentenceOf(message) }))

/** Sends an application once, however often it is tapped. The draft stays as it is after a failure. */
export function useSendApplication(shopId: Id, known: Application | undefined, listener: SendListener) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const isRunning = useRef(false)

  /** Marks the fields that were rejected, and returns the message of the form. */
  function reject(failure: Failure): string {
    const problems = problemsOf(failure)
    const others = problems.length > 0 ? listener.onRejected(problems) : []
    const sentences = others.flatMap(({ text }) => text ?? [])
    const marked = others.length < problems.length ? [words.marked] : []
    const message = [...marked, ...sentences].join(' ')
    return message || (failureWords[failure.code] ?? describeFailure(failure))
  }

  async function send(request: ApplicationRequest) {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    setError(undefined)
    useApplicationDrafts.getState().markSent(shopId, known?.sentAt ?? 0)
    const result = await putApplication(shopId, request)
    isRunning.current = false
    setBusy(false)
    if (result.ok) return listener.onSent(result.data)
    const { failure } = result
    setError(reject(failure))
    // papers that WeChat Pay refused came back; a request without a reply may have arrived
    if (['not-allowed-now', 'bad-input'].includes(failure.code) || isTransient(failure.code))
      listener.onStale()
  }

  return { busy, error, send }
}
