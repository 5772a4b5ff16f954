import type { FastifyInstance } from 'fastify'
import { GatewayError } from '../../gateways/payment-gateway'
import type { PaymentGateways } from '../../gateways/payment-gateways'

/**
 * Interval in ms in which new certificates are read. WeChat Pay asks for at most twelve hours.
 * Source: https://pay.weixin.qq.com/wiki/doc/apiv3_partner/wechatpay/wechatpay5_1.shtml
 */
const RENEW_MS = 12 * 3_600_000

/**
 * Reads WeChat Pay's new certificates when the server is ready, and every twelve hours. Each server has them in its memory: those of the
 * settings suffice while WeChat Pay does not answer.
 */
export function renewCertificates(app: FastifyInstance, { readCertificates = [] }: PaymentGateways): void {
  if (readCertificates.length === 0) return
  const report = (error: unknown) => {
    const cause = error instanceof GatewayError ? { fault: error.fault, code: error.code } : { err: error }
    app.log.error(cause, 'new certificates of WeChat Pay cannot be read')
  }
  const renew = () => Promise.all(readCertificates.map((read) => read().catch(report)))
  const timer = setInterval(() => void renew(), RENEW_MS).unref()
  app.addHook('onReady', async () => void renew())
  app.addHook('onClose', async () => clearInterval(timer))
}
