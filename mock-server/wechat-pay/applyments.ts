import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import {
  isAccountNumber,
  isIdNumber,
  isLicenceNumber,
  OTHER_BANK,
} from '@/domain/payment/payment-application'
import { decryptField, encryptField } from '../../server/gateways/wechat-pay/secret-box'
import { Refusal, type SigningMerchant } from './merchants'
import type { PlatformSigner } from './platform-signer'
import { checkBytes, parseBody, Text } from './prepay-request'

const MINUTE_MS = 60_000
/** The time in ms that the automatic check of papers takes; the audit by people follows. */
const CHECK_MS = 5000
/** WeChat Pay cancels an application that nobody signs in this time. */
const SIGN_WITHIN_MS = 30 * 24 * 60 * MINUTE_MS

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
/** RSA-OAEP of 2048 bits in base64. */
const Sealed = Type.String({ pattern: '^[A-Za-z0-9+/]{342}==$' })
const MediaId = Text(1, 256)
/** 21 Chinese characters. */
const MAX_SHORT_NAME_BYTES = 64

/** Source: https://pay.weixin.qq.com/doc/v3/partner/4012713017 */
const Body = Exact({
  out_request_no: Text(1, 124),
  organization_type: Type.Union([Type.Literal('2401'), Type.Literal('4'), Type.Literal('2')]),
  business_license_info: Type.Optional(
    Exact({
      business_license_copy: MediaId,
      business_license_number: Text(15, 18),
      merchant_name: Text(2, 110),
      legal_person: Text(2, 60),
    }),
  ),
  id_doc_type: Type.Literal('IDENTIFICATION_TYPE_MAINLAND_IDCARD'),
  id_card_info: Exact({
    id_card_copy: MediaId,
    id_card_national: MediaId,
    id_card_name: Sealed,
    id_card_number: Sealed,
    id_card_address: Type.Optional(Sealed),
    id_card_valid_time_begin: Day,
    id_card_valid_time: Type.Union([Day, Type.Literal('长期')]),
  }),
  owner: Type.Optional(Type.Boolean()),
  account_info: Exact({
    bank_account_type: Type.Union([Type.Literal('74'), Type.Literal('75')]),
    account_bank: Text(1, 10),
    account_name: Sealed,
    bank_address_code: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    bank_name: Type.Optional(Text(1, 128)),
    account_number: Sealed,
  }),
  contact_info: Exact({
    contact_type: Type.Union([Type.Literal('65'), Type.Literal('66')]),
    contact_name: Sealed,
    contact_id_card_number: Type.Optional(Sealed),
    mobile_phone: Sealed,
    contact_email: Type.Optional(Sealed),
  }),
  sales_scene_info: Exact({
    store_name: Text(1, 256),
    store_url: Type.String({ maxLength: 1024, pattern: '^https?://' }),
  }),
  merchant_shortname: Text(1, 64),
})

type State =
  | 'CHECKING'
  | 'ACCOUNT_NEED_VERIFY'
  | 'AUDITING'
  | 'REJECTED'
  | 'NEED_SIGN'
  | 'FINISH'
  | 'FROZEN'
  | 'CANCELED'

const TEXTS: Record<State, string> = {
  CHECKING: '资料校验中',
  ACCOUNT_NEED_VERIFY: '待账户验证',
  AUDITING: '审核中',
  REJECTED: '已驳回',
  NEED_SIGN: '待签约',
  FINISH: '完成',
  FROZEN: '已冻结',
  CANCELED: '已作废',
}

export interface Applyment {
  merchant: SigningMerchant
  id: number
  number: string
  state: State
  changedAt: number
  /** The seller's number, once they can sign. */
  seller?: string
  reasons: { param_name: string; reject_reason: string }[]
  opened: Record<'name' | 'idNumber' | 'account' | 'accountName' | 'phone', string>
}

/** The behaviour of the simulated auditors who check papers. */
export interface Auditors {
  /** The time that they take, in ms. */
  auditMs: number
  /** The papers that they return, by the name of the field, with the reason; none passes all. */
  returns: Record<string, string>
  /** True asks for a transfer that confirms the account. */
  asksForTransfer: boolean
}

/** The applications of sellers (二级商户进件) and the photos of their papers. */
export class Applyments {
  auditors: Auditors = { auditMs: 10 * MINUTE_MS, returns: {}, asksForTransfer: false }
  private all: Applyment[] = []
  private readonly photos = new Set<string>()

  constructor(
    private readonly now: () => number,
    private readonly signer: PlatformSigner,
  ) {}

  /** Stores a photo and returns its `media_id`. */
  storePhoto(hash: string): string {
    const id = `media_${hash}`
    this.photos.add(id)
    return id
  }

  /** Receives papers, or replaces those that were returned under the same number. @throws Refusal */
  submit(merchant: SigningMerchant, serial: string | undefined, text: string): Applyment {
    const body = parseBody(Body, text)
    checkBytes('/merchant_shortname', body.merchant_shortname, MAX_SHORT_NAME_BYTES)
    const opened = this.open(serial, body)
    this.check(body, opened)
    const known = this.all.find((one) => one.merchant === merchant && one.number === body.out_request_no)
    if (known && known.state !== 'REJECTED') return known
    const applyment: Applyment = known ?? {
      ...{ merchant, id: 2_000_002_124_775_691 + this.all.length, number: body.out_request_no },
      ...{ state: 'CHECKING', changedAt: this.now(), reasons: [], opened },
    }
    Object.assign(applyment, { state: 'CHECKING', changedAt: this.now(), reasons: [], opened })
    if (!known) this.all.push(applyment)
    return applyment
  }

  /** Decrypts the personal fields with the private key of the serial that the request names. @throws Refusal */
  private open(serial: string | undefined, body: Static<typeof Body>): Applyment['opened'] {
    const key = this.signer.privateKeyOf(serial)
    if (!key) throw new Refusal(400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误')
    const read = (field: string, text: string) => {
      try {
        return decryptField(key, text)
      } catch {
        throw new Refusal(400, 'PARAM_ERROR', `${field} 解密失败`, { field })
      }
    }
    const { id_card_info: card, account_info: account, contact_info: contact } = body
    for (const [name, text] of [
      ['/contact_info/contact_name', contact.contact_name],
      ['/contact_info/contact_id_card_number', contact.contact_id_card_number],
      ['/contact_info/contact_email', contact.contact_email],
      ['/id_card_info/id_card_address', card.id_card_address],
    ] as const)
      if (text !== undefined) read(name, text)
    return {
      name: read('/id_card_info/id_card_name', card.id_card_name),
      idNumber: read('/id_card_info/id_card_number', card.id_card_number),
      account: read('/account_info/account_number', account.account_number),
      accountName: read('/account_info/account_name', account.account_name),
      phone: read('/contact_info/mobile_phone', contact.mobile_phone),
    }
  }

  private check(body: Static<typeof Body>, { idNumber, account }: Applyment['opened']): void {
    const { id_card_info: card, business_license_info: licence, account_info } = body
    const [isMicro, isCompany] = [body.organization_type === '2401', body.organization_type === '2']
    const kind = account_info.bank_account_type === '74' ? 'corporate' : 'personal'
    const checks: [field: string, isRight: boolean][] = [
      ['/id_card_info/id_card_copy', this.photos.has(card.id_card_copy)],
      ['/id_card_info/id_card_national', this.photos.has(card.id_card_national)],
      ['/id_card_info/id_card_number', isIdNumber(idNumber)],
      ['/business_license_info', isMicro === (licence === undefined)],
      ['/owner', isCompany === (body.owner === true)],
      ['/id_card_info/id_card_address', isCompany === (card.id_card_address !== undefined)],
      ['/contact_info/contact_email', isMicro || body.contact_info.contact_email !== undefined],
      [
        '/business_license_info/business_license_copy',
        !licence || this.photos.has(licence.business_license_copy),
      ],
      [
        '/business_license_info/business_license_number',
        !licence || isLicenceNumber(licence.business_license_number),
      ],
      [
        '/account_info/bank_name',
        account_info.account_bank !== OTHER_BANK || account_info.bank_name !== undefined,
      ],
      ['/account_info/account_number', isAccountNumber(kind, account)],
    ]
    const wrong = checks.find(([, isRight]) => !isRight)
    if (wrong) throw new Refusal(400, 'PARAM_ERROR', `参数错误：${wrong[0]}`, { field: wrong[0] })
  }

  readonly numbers = (): string[] => this.all.map(({ number }) => number)

  /** Forgets all applications, as another merchant of the platform does not know them. */
  forget(): void {
    this.all = []
  }

  /** The application of a number, as it stands now. @throws Refusal */
  find(merchant: SigningMerchant, number: string): Applyment {
    const found = this.all.find((one) => one.merchant === merchant && one.number === number)
    if (!found) throw new Refusal(404, 'APPLYMENT_NOTEXIST', '申请单不存在')
    this.proceed(found)
    return found
  }

  /** The application that a page to sign on belongs to. */
  byId(id: number): Applyment | undefined {
    const found = this.all.find((one) => one.id === id)
    if (found) this.proceed(found)
    return found
  }

  /** Signs an application: from then on its seller can be paid. False when there is nothing to sign. */
  sign(applyment: Applyment): boolean {
    if (applyment.state !== 'NEED_SIGN' || applyment.seller === undefined) return false
    this.change(applyment, 'FINISH')
    applyment.merchant.sellers[applyment.seller] = []
    return true
  }

  /** Confirms the account of a seller, as their transfer does. */
  confirm(applyment: Applyment): void {
    if (applyment.state === 'ACCOUNT_NEED_VERIFY') this.change(applyment, 'AUDITING')
  }

  private change(applyment: Applyment, state: State): void {
    Object.assign(applyment, { state, changedAt: this.now() })
  }

  /** Lets time pass for an application. */
  private proceed(applyment: Applyment): void {
    const { auditMs, returns, asksForTransfer } = this.auditors
    const age = () => this.now() - applyment.changedAt
    if (applyment.state === 'CHECKING' && age() >= CHECK_MS)
      this.change(applyment, asksForTransfer ? 'ACCOUNT_NEED_VERIFY' : 'AUDITING')
    if (applyment.state === 'AUDITING' && age() >= auditMs) {
      applyment.reasons = Object.entries(returns).map(([param_name, reject_reason]) => ({
        ...{ param_name, reject_reason },
      }))
      const isReturned = applyment.reasons.length > 0
      if (!isReturned) applyment.seller ??= `19100${String(applyment.id).slice(-5)}`
      this.change(applyment, isReturned ? 'REJECTED' : 'NEED_SIGN')
    }
    if (applyment.state === 'NEED_SIGN' && age() >= SIGN_WITHIN_MS) this.change(applyment, 'CANCELED')
  }
}

/** The account to which the simulator's sellers transfer 1 fen. */
const TRANSFER = {
  pay_amount: '1',
  destination_account_number: '7222223333322332',
  destination_account_name: '财付通支付科技有限公司',
  destination_account_bank: '招商银行威盛大厦支行',
  city: '深圳',
  remark: '入驻账户验证',
  deadline: '2027-12-31 23:59:59',
}

/** The transfer that confirms a seller's account; its owner is encrypted for the merchant. */
const transferOf = ({ merchant, opened }: Applyment) => ({
  account_name: encryptField(merchant.publicKey, opened.accountName),
  ...TRANSFER,
})

/** An application as its query describes it. */
export function applymentResource(applyment: Applyment, origin: string): object {
  const { id, number, state, seller, reasons } = applyment
  const hasSeller = state === 'NEED_SIGN' || state === 'FINISH'
  return {
    ...{ applyment_id: id, out_request_no: number },
    ...{ applyment_state: state, applyment_state_desc: TEXTS[state] },
    ...(state === 'NEED_SIGN' ? { sign_state: 'UNSIGNED', sign_url: `${origin}/sign?applyment=${id}` } : {}),
    ...(state === 'FINISH' ? { sign_state: 'SIGNED' } : {}),
    ...(hasSeller ? { sub_mchid: seller } : {}),
    ...(state === 'ACCOUNT_NEED_VERIFY' ? { account_validation: transferOf(applyment) } : {}),
    ...(state === 'REJECTED' ? { audit_detail: reasons } : {}),
  }
}
