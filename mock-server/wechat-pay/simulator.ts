import type { IncomingMessage, ServerResponse } from 'node:http'
import { decryptField } from '../../server/gateways/wechat-pay/secret-box'
import type { CashierParams } from '../../server/gateways/wechat-pay/signature'
import { verifyParts } from '../../server/gateways/wechat-pay/signature'
import { type LocalServer, listenLocally } from '../http/listen-locally'
import { readBody, readBytes } from '../http/read-body'
import type { TillAnswer } from '../till/till-page'
import { type ApiContext, answerSigned } from './api'
import { Applyments } from './applyments'
import { authorize, type UsedNonces } from './authorization'
import { MAX_UPLOAD_BYTES, readPhoto } from './media'
import { Refusal, type SigningMerchant } from './merchants'
import { Notices } from './notices'
import { SellerAccounts } from './payouts'
import { type PlatformKeys, PlatformSigner } from './platform-signer'
import { paymentResource, refundNotice } from './resources'
import { renderOutcome, renderSigning, renderTill } from './till'
import { type Refund, type Transaction, Transactions } from './transactions'

const MEDIA_PATH = '/v3/merchant/media/upload'

/** The time in ms that the processing of a refund takes. */
const REFUND_MS = 3000

/** Faults injected into the following requests. */
export interface ServiceFaults {
  /** True drops every connection. */
  down: boolean
  /** The number of next requests that are answered 500 `SYSTEM_ERROR` without being done. */
  failing: number
  /** The number of next requests that are done and then not answered. */
  unanswered: number
}

interface SimulatorOptions {
  clock?: () => number
  pollMs?: number
  port?: number
  keys?: PlatformKeys
}

/**
 * Simulates WeChat Pay's API v3 on 127.0.0.1, on a clock that can be moved: signatures of requests are verified, replies and notices are
 * signed, notices are encrypted and repeated on the real schedule. The phone's side is `cashier` and the page `/till`.
 */
export class WechatPaySimulator {
  readonly transactions: Transactions
  readonly notices: Notices
  readonly applyments: Applyments
  readonly accounts: SellerAccounts
  faults: ServiceFaults = { down: false, failing: 0, unanswered: 0 }
  origin = ''
  /** The state in which refunds end. */
  refundsEnd: 'SUCCESS' | 'ABNORMAL' | 'CLOSED' = 'SUCCESS'
  /** True refuses new refunds, because the balances of sellers do not cover them. */
  isBalanceLow = false
  private offset = 0
  private readonly nonces: UsedNonces = new Map()
  private readonly files = new Map<string, Buffer>()
  private processing: {
    transaction: Transaction
    refund: Refund
    dueAt: number
    end: 'SUCCESS' | undefined
  }[] = []
  private timer: NodeJS.Timeout | undefined
  private server: LocalServer | undefined

  private constructor(
    private readonly merchants: readonly SigningMerchant[],
    private readonly clock: () => number,
    readonly signer: PlatformSigner,
  ) {
    this.transactions = new Transactions(this.now)
    this.notices = new Notices(this.now, this.signer)
    this.applyments = new Applyments(this.now, this.signer)
    this.accounts = new SellerAccounts(this.now, this.transactions)
  }

  /**
   * @param pollMs interval in which due notices and refunds are handled; 0 leaves that to `advance`.
   * @param keys of this simulator alone
   */
  static async start(
    merchants: readonly SigningMerchant[],
    { clock = Date.now, pollMs = 0, port = 0, keys }: SimulatorOptions = {},
  ): Promise<WechatPaySimulator> {
    const simulator = new WechatPaySimulator(merchants, clock, new PlatformSigner(keys))
    simulator.server = await listenLocally(
      (request, response) => void simulator.receive(request, response),
      port,
    )
    simulator.origin = simulator.server.origin
    if (pollMs > 0) simulator.timer = setInterval(() => void simulator.work(), pollMs).unref()
    return simulator
  }

  /** Epoch milliseconds of the simulator's clock. */
  readonly now = (): number => this.clock() + this.offset
  /** Moves the clock forward, settles due refunds and sends due notices. */
  async advance(ms: number): Promise<void> {
    this.offset += ms
    await this.work()
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.server?.close()
  }

  /** Settles due refunds and sends due notices. */
  async work(): Promise<void> {
    const due = this.processing.filter(({ dueAt }) => dueAt <= this.now())
    this.processing = this.processing.filter((one) => !due.includes(one))
    for (const { transaction, refund, end } of due) this.settle(transaction, refund, end)
    await this.notices.sendDue()
  }

  /**
   * Makes a refund that was ABNORMAL, as WeChat Pay does after a person has handled it.
   * @param account the account that it reaches: 商户基本账户 is the merchant's
   */
  finishRefund(number: string, account?: string): void {
    for (const transaction of this.transactions.all()) {
      const refund = transaction.refunds.find((one) => one.number === number)
      if (refund?.status !== 'ABNORMAL') continue
      if (account !== undefined) refund.account = account
      this.settle(transaction, refund, 'SUCCESS')
    }
  }

  private settle(transaction: Transaction, refund: Refund, end = this.refundsEnd): void {
    refund.status = end
    if (refund.status === 'SUCCESS') refund.settledAt = this.now()
    const url = refund.noticeUrl ?? transaction.noticeUrl
    this.notices.add({
      ...{ merchant: transaction.merchant, url, eventType: `REFUND.${refund.status}` },
      resource: refundNotice(transaction, refund),
    })
  }

  /**
   * Plays the phone's cashier with the parameters that the shop gave it; returns WeChat's `errMsg`. A wrong signature, an old prepay id
   * or a payment that is over fail.
   */
  cashier(params: CashierParams, outcome: 'pay' | 'cancel'): string {
    const prepayId = /^prepay_id=(.+)$/.exec(params.package)?.[1] ?? ''
    const transaction = this.transactions.byPrepay(prepayId)
    if (!transaction) return 'requestPayment:fail prepay_id is invalid'
    const signed = [params.appId, params.timeStamp, params.nonceStr, params.package]
    const isSigned =
      params.signType === 'RSA' &&
      params.appId === transaction.appid &&
      verifyParts(signed, params.paySign, transaction.merchant.publicKey)
    if (!isSigned) return 'requestPayment:fail 支付验证签名失败'
    if (outcome === 'cancel') return 'requestPayment:fail cancel'
    return this.pay(transaction) ? 'requestPayment:ok' : 'requestPayment:fail 订单已关闭或已支付'
  }

  /** Marks a payment as paid and announces it; false when it cannot be paid any more. */
  pay(transaction: Transaction): boolean {
    if (!this.transactions.pay(transaction)) return false
    const { merchant, noticeUrl: url } = transaction
    const resource = paymentResource(transaction)
    this.notices.add({ merchant, url, eventType: 'TRANSACTION.SUCCESS', resource })
    return true
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.faults.down) return void request.socket.destroy()
    const url = new URL(request.url ?? '/', this.origin)
    if (url.pathname === MEDIA_PATH) return this.answerSafely(response, () => this.receivePhoto(request))
    const body = await readBody(request)
    const page = this.pages[url.pathname]
    if (page) {
      const fields = request.method === 'POST' ? new URLSearchParams(body) : url.searchParams
      return this.showPage(response, page(fields))
    }
    if (url.pathname === '/cashier') return this.answerCashier(response, body)
    if (this.faults.failing > 0) {
      this.faults.failing--
      return this.send(response, 500, { code: 'SYSTEM_ERROR', message: '系统错误' })
    }
    await this.answerSafely(response, async () => {
      const merchant = this.authorize(request, body)
      if (url.pathname === '/v3/billdownload/file') {
        this.sendFile(response, url)
        return 'sent'
      }
      const serial = request.headers['wechatpay-serial']?.toString()
      return answerSigned(this.context(), { merchant, method: request.method ?? '', url, body, serial })
    })
  }

  private authorize({ method = '', url: path = '', headers }: IncomingMessage, body: string) {
    return authorize(this.merchants, { method, path, headers, body }, this.nonces, this.now())
  }

  /** Receives a photo of a paper, of which only the description is signed. */
  private async receivePhoto(request: IncomingMessage): Promise<object> {
    const bytes = await readBytes(request, MAX_UPLOAD_BYTES)
    const { meta, hash } = await readPhoto(bytes, request.headers['content-type'])
    this.authorize(request, meta)
    return { media_id: this.applyments.storePhoto(hash) }
  }

  /** Sends what `answer` returns, 204 for nothing, or its refusal. */
  private async answerSafely(response: ServerResponse, answer: () => Promise<object | 'sent' | undefined>) {
    try {
      const reply = await answer()
      if (reply === 'sent') return
      if (this.faults.unanswered > 0) {
        this.faults.unanswered--
        return void response.destroy()
      }
      this.send(response, reply ? 200 : 204, reply)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { status, code, message, detail } = error
      this.send(response, status, { code, message, ...(detail ? { detail } : {}) })
    }
  }

  private context(): ApiContext {
    const { transactions, applyments, accounts, signer, origin, now, files, isBalanceLow } = this
    return {
      ...{ transactions, applyments, accounts, signer, origin, now, files, isBalanceLow },
      openField: (serial, field) => {
        const key = this.signer.privateKeyOf(serial)
        if (!key) throw new Refusal(400, 'PARAM_ERROR', 'Wechatpay-Serial 不正确')
        try {
          return decryptField(key, field)
        } catch {
          throw new Refusal(400, 'PARAM_ERROR', '敏感信息解密失败')
        }
      },
      onRefund: (transaction, number, end) => {
        const refund = transaction.refunds.find((one) => one.number === number)
        const isWaiting = this.processing.some((one) => one.refund === refund)
        if (refund && !isWaiting)
          this.processing.push({ transaction, refund, end, dueAt: this.now() + REFUND_MS })
      },
    }
  }

  private send(response: ServerResponse, status: number, reply?: object): void {
    const text = reply ? JSON.stringify(reply) : ''
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'request-id': `${this.transactions.nextId()}-268435456`,
      ...this.signer.sign(text, this.now()),
    })
    response.end(text)
  }

  private sendFile(response: ServerResponse, url: URL): void {
    const file = this.files.get(url.searchParams.get('token') ?? '')
    if (!file) throw new Refusal(404, 'NO_STATEMENT_EXIST', '账单文件不存在')
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    response.end(file)
  }

  /** The phone's `wx.requestPayment`, for builds that run outside of WeChat: `{ params, outcome }` → `{ errMsg }`. */
  private answerCashier(response: ServerResponse, body: string): void {
    const { params, outcome } = JSON.parse(body) as { params: CashierParams; outcome: 'pay' | 'cancel' }
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
    response.end(JSON.stringify({ errMsg: this.cashier(params, outcome) }))
  }

  /** The pages that people see. */
  private readonly pages: Partial<Record<string, (fields: URLSearchParams) => TillAnswer>> = {
    '/till': (fields) => this.till(fields),
    '/sign': (fields) => this.signing(fields),
  }

  private showPage(response: ServerResponse, answer: TillAnswer): void {
    if ('location' in answer) return void response.writeHead(303, { location: answer.location }).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(answer.html)
  }

  /** Answers the page on which a seller signs: it is shown for an `applyment`, and `outcome` signs. */
  signing(fields: URLSearchParams): TillAnswer {
    const applyment = this.applyments.byId(Number(fields.get('applyment')))
    if (applyment && fields.get('outcome') === 'sign') this.applyments.sign(applyment)
    return { html: renderSigning(applyment) }
  }

  /** Answers the till page: it is shown for a `prepay_id`, and `outcome` pays or cancels. */
  till(fields: URLSearchParams): TillAnswer {
    const prepayId = fields.get('prepay_id') ?? ''
    const back = fields.get('back') ?? fields.get('redirect_url') ?? ''
    const outcome = fields.get('outcome')
    const transaction = this.transactions.byPrepay(prepayId)
    if (outcome === null) return { html: renderTill(transaction, prepayId, back) }
    const isPaid = outcome === 'pay' && transaction !== undefined && this.pay(transaction)
    return back ? { location: back } : { html: renderOutcome(isPaid) }
  }
}
