import type { ApplicationRequest } from '@/contract/payment/payment-application'
import { isDay } from '@/domain/day'
import type { Id } from '@/domain/id'
import {
  type AccountKind,
  type ApplicantSubject,
  accountKindsOf,
  EMAIL_PATTERN,
  OTHER_BANK,
  wrongFields,
} from '@/domain/payment/payment-application'
import { normalizePhone } from '@/domain/receiver/receiver'
import { countCharacters } from '@/domain/text'

export type Bank = ApplicationRequest['account']['bank']

export type PaperPath = '/id/front' | '/id/back' | '/licence/photo'
export type TextPath =
  | '/id/name'
  | '/id/number'
  | '/id/from'
  | '/id/until'
  | '/id/address'
  | '/licence/number'
  | '/licence/name'
  | '/account/bankName'
  | '/account/number'
  | '/phone'
  | '/email'
export type FieldPath = PaperPath | TextPath | '/account/kind' | '/account/bank'

/** The fields in the order of the form. */
export const fieldPaths: readonly FieldPath[] = [
  '/id/front',
  '/id/back',
  '/id/name',
  '/id/number',
  '/id/from',
  '/id/until',
  '/id/address',
  '/licence/photo',
  '/licence/number',
  '/licence/name',
  '/account/kind',
  '/account/bank',
  '/account/bankName',
  '/account/number',
  '/phone',
  '/email',
]

/** A photo of a paper: its copy on this phone, and once it is uploaded the name that WeChat Pay gave it. */
export interface PaperDraft {
  photoId: Id
  mediaId?: string
}

/** An application as far as it is filled in; texts are as typed. */
export interface ApplicationDraft {
  papers: Partial<Record<PaperPath, PaperDraft>>
  texts: Partial<Record<TextPath, string>>
  /** The identity card is valid for ever. */
  isForever?: boolean
  kind?: AccountKind
  bank?: Bank
  /** The seller agreed that photos of her papers go to WeChat Pay. */
  hasConsented?: boolean
  /** Set if it was sent as it is: the `sentAt` of the application known then, 0 if there was none. */
  sentAfter?: number | undefined
  /** When it was last changed or sent. */
  changedAt?: number
}

export const emptyDraft: ApplicationDraft = { papers: {}, texts: {} }

/**
 * The field that shows what is wrong with a field: itself, the bank for the name of a listed bank, or none for what this subject is not
 * asked for.
 */
export function shownField(
  path: FieldPath,
  { bank }: ApplicationDraft,
  subject: ApplicantSubject,
): FieldPath | undefined {
  if (subject === 'micro' && (path.startsWith('/licence/') || path === '/email')) return undefined
  if (subject !== 'company' && path === '/id/address') return undefined
  return path === '/account/bankName' && bank !== OTHER_BANK ? '/account/bank' : path
}

/** The day of a date as typed: "20200131", "2020.1.31"; `undefined` if it is none. */
export function parseDate(text: string): string | undefined {
  const [, year, month = '', date = ''] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text.trim()) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** The kind of account that is chosen, or the first that the subject may have. */
export function accountKindOf(draft: ApplicationDraft, subject: ApplicantSubject): AccountKind {
  const kinds = accountKindsOf(subject)
  return kinds.find((kind) => kind === draft.kind) ?? kinds[0] ?? 'personal'
}

/** The text that is typed into a field; the phone is the shop's until it is changed. */
export const textOf = (draft: ApplicationDraft, path: TextPath, shopPhone: string): string =>
  draft.texts[path] ?? (path === '/phone' ? shopPhone : '')

const withoutSpaces = (text: string) => text.replace(/[\s-]/g, '')

/** The request of a draft. Missing values are empty, or absent where they may be; `findErrors` names them. */
export function toRequest(
  draft: ApplicationDraft,
  subject: ApplicantSubject,
  shopPhone: string,
): Omit<ApplicationRequest, 'account'> & {
  account: Omit<ApplicationRequest['account'], 'bank'> & { bank?: Bank | undefined }
} {
  const text = (path: TextPath) => textOf(draft, path, shopPhone).trim()
  const mediaId = (path: PaperPath) => draft.papers[path]?.mediaId ?? ''
  return {
    subject,
    id: {
      front: mediaId('/id/front'),
      back: mediaId('/id/back'),
      name: text('/id/name'),
      number: withoutSpaces(text('/id/number')).toUpperCase(),
      from: parseDate(text('/id/from')) ?? '',
      ...(draft.isForever ? {} : { until: parseDate(text('/id/until')) ?? '' }),
      ...(subject === 'company' ? { address: text('/id/address') } : {}),
    },
    ...(subject === 'micro'
      ? {}
      : {
          licence: {
            photo: mediaId('/licence/photo'),
            number: withoutSpaces(text('/licence/number')).toUpperCase(),
            name: text('/licence/name'),
          },
        }),
    account: {
      kind: accountKindOf(draft, subject),
      bank: draft.bank,
      ...(draft.bank === OTHER_BANK ? { bankName: text('/account/bankName') } : {}),
      number: withoutSpaces(text('/account/number')),
    },
    phone: normalizePhone(text('/phone')),
    ...(subject === 'micro' ? {} : { email: text('/email').replace(/\s/g, '') }),
  }
}

type IncompleteRequest = ReturnType<typeof toRequest>

const isBetween = (text: string, min: number, max: number) => {
  const count = countCharacters(text)
  return count >= min && count <= max
}

/** The fields that are missing, or whose shape is wrong. */
function misshapenFields({ id, licence, account, email }: IncompleteRequest): string[] {
  const checks: [path: FieldPath, isRight: boolean][] = [
    ['/id/front', id.front !== ''],
    ['/id/back', id.back !== ''],
    ['/id/name', isBetween(id.name, 2, 60)],
    ['/id/from', id.from !== ''],
    ['/id/address', id.address === undefined || isBetween(id.address, 4, 60)],
    ['/licence/photo', licence?.photo !== ''],
    ['/licence/name', !licence || isBetween(licence.name, 2, 110)],
    ['/account/bank', account.bank !== undefined],
    ['/account/bankName', account.bankName === undefined || isBetween(account.bankName, 4, 128)],
    ['/email', email === undefined || (email.length <= 64 && new RegExp(EMAIL_PATTERN).test(email))],
  ]
  return checks.filter(([, isRight]) => !isRight).map(([path]) => path)
}

/** The fields that are missing or wrong, in the order of the form. @param today `YYYY-MM-DD` */
export function findErrors(request: IncompleteRequest, today: string): FieldPath[] {
  const { account } = request
  const facts = { ...request, account: { ...account, bank: account.bank ?? '' } }
  const wrong = [...misshapenFields(request), ...wrongFields(facts, today)]
  return fieldPaths.filter((path) => wrong.includes(path))
}

/** True if a request without errors names a bank, and so is complete. */
export const isComplete = (request: IncompleteRequest): request is ApplicationRequest =>
  request.account.bank !== undefined
