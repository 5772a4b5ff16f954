import { randomBytes, randomUUID } from 'node:crypto'
import { toChinaTime } from '../../server/gateways/fields'
import { encryptResource } from '../../server/gateways/wechat-pay/secret-box'
import { type Notice, NoticeQueue } from '../notices/notice-queue'
import type { SigningMerchant } from './merchants'
import type { PlatformSigner } from './platform-signer'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The waits between attempts: 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h. */
export const RETRY_WAITS = [
  ...[15 * SECOND, 15 * SECOND, 30 * SECOND, 3 * MINUTE, 10 * MINUTE, 20 * MINUTE],
  ...[30 * MINUTE, 30 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 3 * HOUR, 3 * HOUR, 6 * HOUR, 6 * HOUR],
]

const ANSWER_MS = 5 * SECOND

interface WechatPayNotice extends Notice {
  merchant: SigningMerchant
  resource: object
}

/** The notices of WeChat Pay: signed, and encrypted for their merchant. */
export class Notices extends NoticeQueue<WechatPayNotice> {
  constructor(
    now: () => number,
    private readonly signer: PlatformSigner,
  ) {
    super({ now, waits: RETRY_WAITS, send: (notice, isForged) => this.send(notice, isForged) })
    this.now = now
  }

  private readonly now: () => number

  private async send({ merchant, url, eventType, resource }: WechatPayNotice, isForged: boolean) {
    const [kind = 'transaction'] = eventType.toLowerCase().split('.')
    const body = JSON.stringify({
      id: randomUUID(),
      create_time: toChinaTime(this.now()),
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary: eventType,
      resource: {
        original_type: kind,
        ...encryptResource(merchant.apiKey, JSON.stringify(resource), {
          nonce: randomBytes(6).toString('hex'),
          associatedData: kind,
        }),
      },
    })
    const headers = isForged ? this.signer.forge(body, this.now()) : this.signer.sign(body, this.now())
    try {
      const response = await fetch(url, {
        ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS) },
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      } as const)
      await response.arrayBuffer()
      const { status } = response
      return { status, isAccepted: status === 200 || status === 204 }
    } catch {
      return { status: 0, isAccepted: false }
    }
  }

  /** Sends a signature probe to a receiver and returns its answer; it must not be 2xx. */
  async probe(url: string): Promise<number> {
    const body = JSON.stringify({ id: randomUUID(), event_type: 'TRANSACTION.SUCCESS' })
    const headers = this.signer.sign(body, this.now())
    headers['wechatpay-signature'] = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    return response.status
  }
}
