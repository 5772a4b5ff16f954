import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { Application, ApplicationRequest } from '@/contract/payment-application'
import { type Failure, type FailureCode, isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { applyWords as words } from '@/locales/payment-application'
import { useApplicationDrafts } from './application-draft-store'
import { type FieldMarks, marksOf } from './use-application-form'

type PutRoute = 'PUT /api/shops/:shopId/payment-application'

const putApplication = (shopId: Id, body: ApplicationRequest): Promise<Result<Application>> =>
  call<PutRoute>('PUT /api/shops/:shopId/payment-application', { params: { shopId }, body })

const failureWords: Partial<Record<FailureCode, string>> = words.failures

interface SendListener {
  onSent(application: Application): void
  /** Receives the fields that the server rejected. */
  onRejected(marks: FieldMarks): void
  /** The application has changed meanwhile, or may have. */
  onStale(): void
}

const rejectedFields = ({ fields = [] }: Failure): FieldMarks =>
  marksOf(fields.map(({ path }) => ({ path, text: words.wrong })))

/** Sends an application once, however often it is tapped. The draft stays as it is after a failure. */
export function useSendApplication(shopId: Id, listener: SendListener) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const isRunning = useRef(false)

  async function send(request: ApplicationRequest) {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    setError(undefined)
    useApplicationDrafts.getState().markSent(shopId)
    const result = await putApplication(shopId, request)
    isRunning.current = false
    setBusy(false)
    if (result.ok) return listener.onSent(result.data)
    const { failure } = result
    const marks = rejectedFields(failure)
    const hasMarks = Object.keys(marks).length > 0
    setError(hasMarks ? words.marked : (failureWords[failure.code] ?? describeFailure(failure)))
    if (hasMarks) listener.onRejected(marks)
    // a request without a reply may have arrived
    if (failure.code === 'not-allowed-now' || isTransient(failure.code)) listener.onStale()
  }

  return { busy, error, send }
}
