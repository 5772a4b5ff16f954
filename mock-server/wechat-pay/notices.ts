import { randomBytes, randomUUID } from 'node:crypto'
import { encryptResource } from '../../server/gateways/wechat-pay/secret-box'
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

/** The time within which a notice must be answered. */
const ANSWER_MS = 5 * SECOND

/** What goes wrong with notices from now on. */
export interface NoticeFaults {
  /** Added to the time of the first attempt, in ms. */
  delayMs: number
  /** How often each notice is sent, even after an answer. */
  copies: number
  /** True sends due notices in reverse order. */
  reversed: boolean
  /** True loses all notices. */
  lost: boolean
  /** True sends a forged notice before each true one. */
  forged: boolean
}

export const NO_FAULTS: NoticeFaults = { delayMs: 0, copies: 1, reversed: false, lost: false, forged: false }

interface Notice {
  merchant: SigningMerchant
  url: string
  eventType: string
  resource: object
  /** Epoch ms of the next attempt. */
  dueAt: number
  attempts: number
  copiesLeft: number
}

/** The answer to one attempt; 0 when nothing answered in time. */
export interface Delivery {
  eventType: string
  status: number
}

/** The notices that wait to be sent, on the simulator's clock. */
export class Notices {
  faults: NoticeFaults = NO_FAULTS
  readonly deliveries: Delivery[] = []
  private waiting: Notice[] = []

  constructor(
    private readonly now: () => number,
    private readonly signer: PlatformSigner,
  ) {}

  add(merchant: SigningMerchant, url: string, eventType: string, resource: object): void {
    const { lost, delayMs, copies } = this.faults
    if (lost) return
    this.waiting.push({
      ...{ merchant, url, eventType, resource, attempts: 0, copiesLeft: copies },
      dueAt: this.now() + delayMs,
    })
  }

  get waitingCount(): number {
    return this.waiting.length
  }

  /** Sends the notices that are due, one after another, and schedules those that were not accepted. */
  async sendDue(): Promise<void> {
    const due = this.waiting.filter(({ dueAt }) => dueAt <= this.now())
    this.waiting = this.waiting.filter((notice) => !due.includes(notice))
    for (const notice of this.faults.reversed ? [...due].reverse() : due) await this.attempt(notice)
  }

  private async attempt(notice: Notice): Promise<void> {
    if (this.faults.forged)
      this.deliveries.push({ eventType: 'FORGED', status: await this.send(notice, true) })
    const status = await this.send(notice, false)
    this.deliveries.push({ eventType: notice.eventType, status })
    const isAccepted = status === 200 || status === 204
    if (isAccepted) notice.copiesLeft--
    else notice.attempts++
    const wait = isAccepted ? 0 : RETRY_WAITS[notice.attempts - 1]
    if ((isAccepted && notice.copiesLeft === 0) || wait === undefined) return
    this.waiting.push({ ...notice, dueAt: this.now() + wait })
  }

  private async send({ merchant, url, eventType, resource }: Notice, isForged: boolean): Promise<number> {
    const [kind = 'transaction'] = eventType.toLowerCase().split('.')
    const body = JSON.stringify({
      id: randomUUID(),
      create_time: new Date(this.now()).toISOString(),
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
      return response.status
    } catch {
      return 0
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
