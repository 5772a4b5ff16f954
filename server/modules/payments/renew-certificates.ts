import type { FastifyInstance } from 'fastify'
import { GatewayError } from '../../gateways/payment-gateway'
import type { PaymentGateways } from '../../gateways/payment-gateways'
import { MINUTE_MS } from '../../jobs/intervals'

/**
 * The time in ms after which certificates are read again. WeChat Pay asks for less than twelve hours.
 * Source: https://pay.weixin.qq.com/wiki/doc/apiv3_partner/wechatpay/wechatpay5_1.shtml
 */
const RENEW_MS = 6 * 60 * MINUTE_MS

/** After a read that failed, it is repeated after a minute, and then after twice the time each, up to this, in ms. */
const MAX_RETRY_MS = 60 * MINUTE_MS

/**
 * Reads WeChat Pay's certificates when the server is ready, and every six hours; each server has them in its memory. Those of the settings are
 * used until the first read succeeds.
 */
export function renewCertificates(app: FastifyInstance, { readCertificates = [] }: PaymentGateways): void {
  const timers = new Map<() => Promise<void>, NodeJS.Timeout>()

  async function renew(read: () => Promise<void>, retryMs = MINUTE_MS): Promise<void> {
    const later = (ms: number, nextRetryMs?: number) =>
      void timers.set(read, setTimeout(() => void renew(read, nextRetryMs), ms).unref())
    try {
      await read()
      later(RENEW_MS)
    } catch (error) {
      const cause = error instanceof GatewayError ? { kind: error.kind, code: error.code } : { err: error }
      app.log.error(cause, 'new certificates of WeChat Pay cannot be read')
      later(retryMs, Math.min(retryMs * 2, MAX_RETRY_MS))
    }
  }

  app.addHook('onReady', async () => {
    for (const read of readCertificates) void renew(read)
  })
  app.addHook('onClose', async () => {
    for (const timer of timers.values()) clearTimeout(timer)
  })
}
