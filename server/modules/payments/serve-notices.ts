import type { FastifyInstance, FastifyReply } from 'fastify'
import { wechatPayRoles } from '@/domain/payment/payment-rights'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type GatewayNotice, type PaymentGateway } from '../../gateways/payment-gateway'
import { ALIPAY_NOTICE_PATH, wechatNoticePath } from '../../gateways/payment-gateways'
import { ForgedRequests } from '../../http/limits/forged-requests'
import { confirmPayment } from './confirm-payment'
import { settleRefund } from './settle-refund'

/** The answers to a service; a notice that is not accepted is sent again by its service. */
interface Answers {
  accept(reply: FastifyReply): FastifyReply
  refuse(reply: FastifyReply, status: number, message: string): FastifyReply
}

const wechatAnswers: Answers = {
  accept: (reply) => reply.status(204).send(),
  refuse: (reply, status, message) => reply.status(status).send({ code: 'FAIL', message }),
}

/** Alipay reads the text only. */
const alipayAnswers: Answers = {
  accept: (reply) => reply.type('text/plain').send('success'),
  refuse: (reply, status) => reply.status(status).type('text/plain').send('fail'),
}

/**
 * Receives the notices of payment services. Their signature is the only authorization, so the body is read as it was sent. A notice is
 * answered once what it says is stored, and a repetition changes nothing.
 */
export async function serveNotices(app: FastifyInstance, deps: AppDependencies): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
    const { wechat, alipay } = deps.payments
    const forged = new ForgedRequests(deps, 'payment callback rejected: invalid signature')
    scope.addHook('onRequest', async (request) => forged.check(request))
    for (const role of wechatPayRoles) {
      const gateway = wechat[role]?.gateway
      if (gateway)
        receive(scope, deps, { path: wechatNoticePath(role), gateway, forged, answers: wechatAnswers })
    }
    if (alipay)
      receive(scope, deps, { path: ALIPAY_NOTICE_PATH, gateway: alipay, forged, answers: alipayAnswers })
  })
}

interface Receiver {
  path: string
  gateway: PaymentGateway
  forged: ForgedRequests
  answers: Answers
}

function receive(
  scope: FastifyInstance,
  deps: AppDependencies,
  { path, gateway, forged, answers: { accept, refuse } }: Receiver,
): void {
  scope.post(path, async (request, reply) => {
    const header = (name: string) => {
      const value = request.headers[name.toLowerCase()]
      return typeof value === 'string' ? value : undefined
    }
    try {
      const notice = gateway.readNotice(header, typeof request.body === 'string' ? request.body : '')
      const refusal = await record(deps, notice)
      if (refusal === undefined) return await accept(reply)
      request.log.error({ number: numberOf(notice), refusal }, 'payment callback rejected')
      return await refuse(reply, 422, refusal)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      forged.count(request, error.code)
      return refuse(reply, 401, error.code)
    }
  })
}

const numberOf = (notice: GatewayNotice): string =>
  notice.kind === 'payment' ? notice.payment.number : notice.refund.number

/** Stores the content of a notice; returns the reason when it cannot be stored. */
async function record(deps: AppDependencies, notice: GatewayNotice): Promise<string | undefined> {
  if (notice.kind === 'refund')
    return (await settleRefund(deps, notice.refund)) ? undefined : 'unknown refund'
  if (notice.payment.state !== 'paid') return undefined
  const outcome = await confirmPayment(deps, notice.payment)
  if (outcome === 'differs') return 'the facts differ from the payment'
  return outcome === 'unknown' ? 'unknown payment' : undefined
}
