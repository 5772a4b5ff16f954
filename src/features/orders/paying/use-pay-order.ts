import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '@/api/result'
import type { RouteBody, RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { payment } from '@/platform/payment/payment'
import type { TillResult } from '@/platform/payment/payment-types'
import { usePaymentAttempts } from './payment-attempts'

const ASK_INTERVAL_MS = 4000

export interface PayOrder {
  phase: 'idle' | 'opening' | 'asking'
  /** The way in which the till was closed last, or the reason why it did not open. */
  result?: Exclude<TillResult, 'left'> | Failure
  /** The image of the QR code that a phone scans to pay. */
  code?: string
  /** Hides the QR code. */
  hideCode(): void
  /** Opens the till. */
  pay(): void
}

type StartedPayment = Pick<
  RouteReply<'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId'>,
  'state' | 'till'
>
export type PaymentBody = RouteBody<'PUT /api/shops/:shopId/orders/:orderId/payments/:paymentId'>

/** The requests that begin a payment and read the status of one. */
export interface PaymentCalls<Shown> {
  begin(paymentId: Id, body: PaymentBody): Promise<Result<StartedPayment>>
  ask(paymentId: Id): Promise<Result<{ order: Shown }>>
}

interface PayOrderOptions<Shown> {
  orderId: Id
  calls: PaymentCalls<Shown>
  /** Opens the till at once, unless this phone has begun a payment of the order. */
  opensAtOnce: boolean
  /** Receives the order as the server knows it; `undefined` when it has changed and has to be read again. */
  onOrder(order: Shown | undefined): void
}

/**
 * Pays an order that waits for its payment. The result of the till is only a hint: while this phone has a payment open, the server is asked
 * regularly, which asks the payment service.
 */
export function usePayOrder<Shown>(options: PayOrderOptions<Shown>): PayOrder {
  const { orderId, opensAtOnce } = options
  const [phase, setPhase] = useState<PayOrder['phase']>('idle')
  const [result, setResult] = useState<PayOrder['result']>()
  const [qrImage, setQrImage] = useState<string>()
  const paymentId = usePaymentAttempts(
    ({ attempts }) => attempts.find((one) => one.orderId === orderId)?.paymentId,
  )
  const busy = useRef(false)
  const latest = useRef(options)
  latest.current = options

  const ask = useCallback(async () => {
    const known = findAttempt(orderId)
    if (known === undefined) return
    const reply = await latest.current.calls.ask(known)
    if (reply.ok) latest.current.onOrder(reply.data.order)
    // never begun: the request that began it did not arrive
    else if (reply.failure.code === 'not-found') usePaymentAttempts.getState().remove(orderId)
  }, [orderId])

  /** Begins the payment, or continues it, and opens its till. */
  const open = useCallback(
    async (code: string | undefined): Promise<TillResult | Failure> => {
      const known = findAttempt(orderId) ?? newId()
      usePaymentAttempts.getState().save(orderId, known)
      let reply = await latest.current.calls.begin(known, toBody(code))
      if (reply.ok && reply.data.state === 'closed') {
        // the service takes this payment no more, while the order still waits for one
        const next = newId()
        usePaymentAttempts.getState().save(orderId, next)
        reply = await latest.current.calls.begin(next, toBody(code))
      }
      if (reply.ok) {
        const { till } = reply.data
        if (till?.kind !== 'qr-code') return till ? payment.openTill(till) : 'finished'
        setQrImage(till.image)
        return 'left'
      }
      const { failure } = reply
      // the payment was begun elsewhere, or refused for good: another attempt has a number of its own
      if (isOver(failure)) usePaymentAttempts.getState().remove(orderId)
      if (failure.code === 'not-allowed-now') latest.current.onOrder(failure.current as Shown | undefined)
      return failure
    },
    [orderId],
  )

  const pay = useCallback(
    async (code?: string) => {
      if (busy.current) return
      busy.current = true
      setResult(undefined)
      setPhase('opening')
      const closed = await open(code)
      if (closed === 'finished') setPhase('asking')
      if (closed !== 'left') setResult(closed)
      await ask()
      setPhase('idle')
      busy.current = false
    },
    [open, ask],
  )

  const start = useRef({ pay, ask, opensAtOnce })
  useEffect(() => {
    const { current } = start
    const code = payment.takeCode()
    if (code !== undefined || (current.opensAtOnce && findAttempt(orderId) === undefined))
      void current.pay(code)
    else void current.ask()
  }, [orderId])
  usePolling(() => void ask(), ASK_INTERVAL_MS, paymentId !== undefined && phase === 'idle')

  return {
    phase,
    ...(result ? { result } : {}),
    ...(qrImage === undefined ? {} : { code: qrImage }),
    hideCode: () => setQrImage(undefined),
    pay: () => void pay(),
  }
}

const findAttempt = (orderId: string) =>
  usePaymentAttempts.getState().attempts.find((one) => one.orderId === orderId)?.paymentId

const isOver = ({ code }: Failure): boolean =>
  code === 'idempotency-conflict' || code === 'payment-unavailable'

function toBody(code: string | undefined): PaymentBody {
  const returnUrl = payment.returnUrl()
  return {
    place: payment.place(),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    ...(code === undefined ? {} : { code }),
  }
}
