import {
  GatewayError,
  type GatewayErrorKind,
  type PaymentRequest,
  type Till,
} from '../../../../server/gateways/payment-gateway'
import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import type { TestBed } from './test-bed'

/** The kind and the code of a call that fails. */
export async function errorOf(call: Promise<unknown>): Promise<[GatewayErrorKind, string] | 'no error'> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return 'no error'
  if (!(error instanceof GatewayError)) throw error
  return [error.kind, error.code]
}

export function paramsOf(till: Till): CashierParams {
  if (till.kind !== 'wechat-cashier') throw new Error(`a till of kind ${till.kind}`)
  return till.params
}

/** Prepares a payment and pays it at the cashier. */
export async function payBy({ gateway, simulator }: TestBed, request: PaymentRequest) {
  const till = await gateway.prepare(request)
  expect(simulator.cashier(paramsOf(till), 'pay')).toBe('requestPayment:ok')
  return request
}

export const readNoticesOf = ({ notices, gateway }: TestBed) =>
  notices.map(({ header, body }) => gateway.readNotice(header, body))
