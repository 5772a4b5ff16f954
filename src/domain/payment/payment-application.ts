import { isMobileNumber } from '../receiver/receiver'
import type { LegalSubject } from './payment-rights'

/**
 * The states of an application to WeChat Pay. `sending`: it is not known yet whether the papers arrived; `unsent`: they did not.
 * `confirming`: the seller proves that the account or the company is theirs. `signing`: the seller signs with a phone. `frozen`: the
 * operator has to ask WeChat Pay. `accepted` and `canceled` end it.
 * Source: https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/applyment/get-state-by-out-request-no.html
 */
export const applicationStates = [
  'sending',
  'unsent',
  'auditing',
  'confirming',
  'rejected',
  'signing',
  'frozen',
  'accepted',
  'canceled',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** The states in which the seller has to do something. */
export const sellersApplicationStates = [
  'unsent',
  'confirming',
  'rejected',
  'signing',
] as const satisfies readonly ApplicationState[]
export type SellersApplicationState = (typeof sellersApplicationStates)[number]

/** True if the papers can be sent: there is no application, or its papers never arrived or came back, or it was canceled. */
export const canSendPapers = (state: ApplicationState | undefined): boolean =>
  state === undefined || ['unsent', 'rejected', 'canceled'].includes(state)

/** True if WeChat Pay may still change an application. */
export const isUnderWay = (state: ApplicationState): boolean =>
  !['unsent', 'accepted', 'canceled'].includes(state)

export const applicantSubjects = [
  'micro',
  'sole-trader',
  'company',
] as const satisfies readonly LegalSubject[]
export type ApplicantSubject = (typeof applicantSubjects)[number]

export const accountKinds = ['personal', 'corporate'] as const
export type AccountKind = (typeof accountKinds)[number]

/** The accounts that a seller may be paid to. Source: https://pay.weixin.qq.com/doc/v3/partner/4012713017 (`bank_account_type`). */
export const accountKindsOf = (subject: ApplicantSubject): readonly AccountKind[] =>
  subject === 'company' ? ['corporate'] : subject === 'sole-trader' ? accountKinds : ['personal']

/** A bank that is none of the others, such as a rural credit union: its full name is required. */
export const OTHER_BANK = '其他银行'

/** The names by which WeChat Pay knows banks. Source: https://pay.weixin.qq.com/doc/v3/partner/4012713017 (`account_bank`). */
export const banks = [
  '农业银行',
  '邮政储蓄银行',
  '工商银行',
  '建设银行',
  '中国银行',
  '交通银行',
  '招商银行',
  '浦发银行',
  '中信银行',
  '光大银行',
  '民生银行',
  '兴业银行',
  '平安银行',
  '华夏银行',
  '广发银行',
  '北京银行',
  '宁波银行',
  OTHER_BANK,
] as const

export const EMAIL_PATTERN = '^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECK_CHARACTERS = '10X98765432'

/** True if a text is the number of a resident identity card. Source: GB 11643-1999 (check digit mod 11-2). */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return ID_CHECK_CHARACTERS[sum % 11] === text[17]
}

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** True if a text is the number of a licence: a unified social credit code (GB 32100-2015), or 15 digits of an old licence. */
export function isLicenceNumber(text: string): boolean {
  if (/^\d{15}$/.test(text)) return true
  if (text.length !== 18 || [...text].some((character) => !CODE_CHARACTERS.includes(character))) return false
  const sum = CODE_WEIGHTS.reduce(
    (total, weight, at) => total + weight * CODE_CHARACTERS.indexOf(text[at] ?? ''),
    0,
  )
  return CODE_CHARACTERS.indexOf(text[17] ?? '') === (31 - (sum % 31)) % 31
}

/** True if digits are the number of a bank card with its check digit. Source: ISO/IEC 7812-1, annex B (Luhn). */
export function isCardNumber(text: string): boolean {
  if (!/^\d{12,19}$/.test(text)) return false
  const sum = [...text].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** True if a text is the number of an account of this kind. Accounts of companies, passbooks and old cards have no check digit. */
export const isAccountNumber = (kind: AccountKind, text: string): boolean =>
  (kind === 'personal' ? /^\d{12,30}$/ : /^\d{8,30}$/).test(text)

/** True if a personal number is as long as a usual card's but its check digit is wrong: it may be mistyped. */
export const isDoubtfulCardNumber = (kind: AccountKind, text: string): boolean =>
  kind === 'personal' && /^(\d{16}|\d{19})$/.test(text) && !isCardNumber(text)

/** The facts of an application that are checked: everything but photos and names. */
export interface ApplicationFacts {
  subject: ApplicantSubject
  id: { number: string; from: string; until?: string | undefined }
  licence?: { number: string } | undefined
  account: { kind: AccountKind; bank: string; bankName?: string | undefined; number: string }
  phone: string
}

/** The fields of an application that are wrong, as JSON pointers. @param today `YYYY-MM-DD` */
export function wrongFields(facts: ApplicationFacts, today: string): string[] {
  const { subject, id, licence, account, phone } = facts
  const hasLicence = subject !== 'micro'
  const checks: [path: string, isRight: boolean][] = [
    ['/id/number', isIdNumber(id.number)],
    ['/id/from', id.from <= today],
    ['/id/until', id.until === undefined || id.until >= today],
    ['/licence', hasLicence === (licence !== undefined)],
    ['/licence/number', licence === undefined || isLicenceNumber(licence.number)],
    ['/account/kind', accountKindsOf(subject).includes(account.kind)],
    ['/account/bankName', (account.bank === OTHER_BANK) === (account.bankName !== undefined)],
    ['/account/number', isAccountNumber(account.kind, account.number)],
    ['/phone', isMobileNumber(phone)],
  ]
  return checks.filter(([, isRight]) => !isRight).map(([path]) => path)
}
