import type { FastifyInstance, FastifyReply } from 'fastify'
import { type WechatPayRole, wechatPayRoles } from '@/domain/payment-rights'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type GatewayNotice } from '../../gateways/payment-gateway'
import { wechatNoticePath } from '../../gateways/payment-gateways'
import { confirmPayment } from './confirm-payment'
import { settleRefund } from './send-refund'

/** A notice that is not accepted is sent again by its service. */
const refuse = (reply: FastifyReply, status: number, message: string) =>
  reply.status(status).send({ code: 'FAIL', message })

/**
 * Receives the notices of payment services. Their signature is the only authorization, so the body is read as it was sent. A notice is
 * answered once what it says is stored, and a repetition changes nothing.
 */
export async function serveNotices(app: FastifyInstance, deps: AppDependencies): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
    for (const role of wechatPayRoles) serveWechatPay(scope, deps, role)
  })
}

function serveWechatPay(scope: FastifyInstance, deps: AppDependencies, role: WechatPayRole): void {
  const gateway = deps.payments.wechat[role]?.gateway
  if (!gateway) return
  scope.post(wechatNoticePath(role), async (request, reply) => {
    const header = (name: string) => {
      const value = request.headers[name.toLowerCase()]
      return typeof value === 'string' ? value : undefined
    }
    try {
      const notice = gateway.readNotice(header, typeof request.body === 'string' ? request.body : '')
      const refusal = await record(deps, notice)
      if (refusal === undefined) return await reply.status(204).send()
      request.log.error({ number: numberOf(notice), refusal }, 'a notice of a payment service was refused')
      return await refuse(reply, 422, refusal)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      request.log.warn({ code: error.code }, 'a notice that no payment service has sent')
      return refuse(reply, 401, error.code)
    }
  })
}

const numberOf = (notice: GatewayNotice): string =>
  notice.kind === 'payment' ? notice.payment.number : notice.refund.number

/** Stores what a notice says; returns why it cannot be stored. */
async function record(deps: AppDependencies, notice: GatewayNotice): Promise<string | undefined> {
  if (notice.kind === 'refund')
    return (await settleRefund(deps, notice.refund)) ? undefined : 'unknown refund'
  if (notice.payment.state !== 'paid') return undefined
  const outcome = await confirmPayment(deps, notice.payment)
  if (outcome === 'differs') return 'the facts differ from the payment'
  return outcome === 'unknown' ? 'unknown payment' : undefined
}
