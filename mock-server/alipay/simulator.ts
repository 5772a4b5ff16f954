import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LocalServer, listenLocally } from '../http/listen-locally'
import { readBody } from '../http/read-body'
import { createKeyPair, type KeyPair } from '../keys/key-pair'
import { renderRefusal, renderTillOf, type TillAnswer } from '../till/till-page'
import { answerApi } from './api'
import { type Application, authorizeApi, Refusal } from './applications'
import { Bills } from './bill'
import { AlipayNotices, createNoticeId } from './notices'
import { readPageRequest } from './page-request'
import { type Trade, Trades } from './trades'

/** Faults injected into the following requests. */
export interface ServiceFaults {
  /** True drops every connection. */
  down: boolean
  /** The number of next requests that are done and then not answered. */
  unanswered: number
  /** The error with which all requests are answered. */
  refusal?: { status: number; code: string }
}

/** The keys that Alipay signs with, and that of a forger. */
export type AlipayKeys = Record<'alipay' | 'stranger', KeyPair>

/** Creates keys that no other simulator has. */
export async function createAlipayKeys(): Promise<AlipayKeys> {
  const [alipay, stranger] = await Promise.all([createKeyPair(), createKeyPair()])
  return { alipay, stranger }
}

let shared: AlipayKeys | undefined

/** The keys of all simulators of a process that have none of their own. */
function sharedKeys(): AlipayKeys {
  const create = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
  shared ??= { alipay: create(), stranger: create() }
  return shared
}

const BILL_CALL = 'GET /v3/alipay/data/dataservice/bill/downloadurl/query'

interface SimulatorOptions {
  clock?: () => number
  pollMs?: number
  keys?: AlipayKeys
}

/**
 * Simulates Alipay's open platform on 127.0.0.1, on a clock that can be moved: the payment pages (API v2), trades and bills (API v3), and
 * notices. Signatures of requests are verified, replies and notices are signed.
 */
export class AlipaySimulator {
  readonly trades: Trades
  readonly notices: AlipayNotices
  private readonly bills: Bills
  faults: ServiceFaults = { down: false, unanswered: 0 }
  origin = ''
  private readonly usedNonces = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private server: LocalServer | undefined

  private constructor(
    private readonly applications: readonly Application[],
    private readonly clock: () => number,
    private readonly keys: AlipayKeys,
  ) {
    this.trades = new Trades(clock)
    this.bills = new Bills(this.trades, clock)
    const { alipay, stranger } = this.keys
    this.notices = new AlipayNotices(clock, { privateKey: alipay.privateKey, stranger: stranger.privateKey })
  }

  /**
   * @param pollMs interval in which due notices are sent; 0 leaves that to `work`.
   * @param keys of this simulator alone
   */
  static async start(
    applications: readonly Application[],
    { clock = Date.now, pollMs = 0, keys = sharedKeys() }: SimulatorOptions = {},
  ): Promise<AlipaySimulator> {
    const simulator = new AlipaySimulator(applications, clock, keys)
    simulator.server = await listenLocally((request, response) => void simulator.receive(request, response))
    simulator.origin = simulator.server.origin
    if (pollMs > 0) simulator.timer = setInterval(() => void simulator.work(), pollMs).unref()
    return simulator
  }

  /** Alipay's public key, which applications verify replies and notices with. */
  get publicKey(): KeyObject {
    return this.keys.alipay.publicKey
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.server?.close()
  }

  /** Sends due notices. */
  work(): Promise<void> {
    return this.notices.sendDue()
  }

  /** Answers the payment page: it is shown for a signed address, and `outcome` pays or cancels. */
  page(query: URLSearchParams): TillAnswer {
    const outcome = query.get('outcome')
    const signed = new URLSearchParams(query)
    signed.delete('outcome')
    let trade: Trade
    try {
      trade = this.trades.open(readPageRequest(this.applications, signed, this.clock()))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { html: renderRefusal(error.message) }
    }
    if (outcome === null) {
      const { subject, amount } = trade
      return { html: renderTillOf({ description: subject, amount, fields: Object.fromEntries(signed) }) }
    }
    if (outcome === 'pay') this.pay(trade)
    return { location: trade.returnUrl ?? '/' }
  }

  /** Marks a trade as paid and announces it; false when it cannot be paid any more. */
  pay(trade: Trade): boolean {
    if (!this.trades.pay(trade)) return false
    this.notices.add({ url: trade.noticeUrl, eventType: 'TRADE_SUCCESS', id: createNoticeId(), trade })
    return true
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.faults.down) return void request.socket.destroy()
    const body = await readBody(request)
    const url = new URL(request.url ?? '/', this.origin)
    if (url.pathname === '/gateway.do') return this.answerPage(request, response, url, body)
    if (url.pathname === '/downloadBillFile.resource') {
      const archive = this.bills.download(url.searchParams)
      return void response.writeHead(archive ? 200 : 404).end(archive)
    }
    const { status, reply } = this.answerApi(request, url, body)
    if (this.faults.unanswered > 0) {
      this.faults.unanswered--
      return void request.socket.destroy()
    }
    const text = JSON.stringify(reply)
    const [timestamp, nonce] = [String(Date.now()), randomBytes(16).toString('hex')]
    const signed = Buffer.from(`${timestamp}\n${nonce}\n${text}\n`)
    response.writeHead(status, {
      'content-type': 'application/json;charset=utf-8',
      'alipay-timestamp': timestamp,
      'alipay-nonce': nonce,
      'alipay-signature': sign('RSA-SHA256', signed, this.keys.alipay.privateKey).toString('base64'),
    })
    response.end(text)
  }

  private answerApi(request: IncomingMessage, url: URL, body: string): { status: number; reply: object } {
    const path = `${url.pathname}${url.search}`
    const header = (name: string) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    }
    try {
      const { refusal } = this.faults
      if (refusal) throw new Refusal(refusal.status, refusal.code, '系统繁忙')
      const given = { method: request.method ?? '', path, body, header }
      const { merchant } = authorizeApi(this.applications, given, this.usedNonces)
      const call = `${given.method} ${url.pathname}`
      if (call !== BILL_CALL) return { status: 200, reply: answerApi(this.trades, call, merchant, body) }
      const link = this.bills.link(merchant, url.searchParams)
      return { status: 200, reply: { bill_download_url: `${this.origin}${link}` } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { status: error.status, reply: { code: error.code, message: error.message } }
    }
  }

  private answerPage(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    const answer = this.page(request.method === 'POST' ? new URLSearchParams(body) : url.searchParams)
    if ('location' in answer) return void response.writeHead(303, { location: answer.location }).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(answer.html)
  }
}
