import { type Static, Type } from '@sinclair/typebox'
import {
  accountKinds,
  applicantSubjects,
  applicationStates,
  banks,
  EMAIL_PATTERN,
} from '@/domain/payment/payment-application'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import { PHONE_PATTERN } from '@/domain/receiver/receiver'
import type { Route } from '../route'
import { DayShape, Exact, FenShape, MomentShape, OneOf, ShopParams, Words } from '../shapes'

/** The name that WeChat Pay gave a photo of a paper. */
const MediaIdShape = Type.String({ pattern: '^[A-Za-z0-9_-]{16,256}$' })

/** The state of an application. It contains nothing of the papers. */
export const ApplicationShape = Exact({
  subject: OneOf(applicantSubjects),
  state: OneOf(applicationStates),
  sentAt: MomentShape,
  /** The errors that WeChat Pay found, in its words: the wrong part as a JSON pointer of the request, if there is one, and why. */
  reasons: Type.Array(Exact({ path: Type.Optional(Type.String()), text: Type.String() })),
  /** The page on which the seller signs or confirms with WeChat on their phone; shown as a QR code. */
  url: Type.Optional(Type.String()),
  /** The transfer that confirms an account. */
  transfer: Type.Optional(
    Exact({
      amount: FenShape,
      to: Type.String(),
      number: Type.String(),
      bank: Type.String(),
      remark: Type.String(),
      until: Type.String(),
    }),
  ),
})
export type Application = Static<typeof ApplicationShape>

const ApplicationRequestShape = Exact({
  subject: OneOf(applicantSubjects),
  id: Exact({
    /** Photos of both sides: the portrait and the emblem. */
    front: MediaIdShape,
    back: MediaIdShape,
    name: Words(2, 60),
    number: Type.String({ pattern: '^\\d{17}[\\dX]$' }),
    from: DayShape,
    /** Absent for a card that is valid for ever (长期). */
    until: Type.Optional(DayShape),
    /** The address on the card, which WeChat Pay requires of companies. */
    address: Type.Optional(Words(4, 60)),
  }),
  licence: Type.Optional(
    Exact({
      photo: MediaIdShape,
      number: Type.String({ pattern: '^[0-9A-Z]{15,18}$' }),
      /** The name on the licence. */
      name: Words(2, 110),
    }),
  ),
  account: Exact({
    kind: OneOf(accountKinds),
    bank: OneOf(banks),
    /** The full name of a bank that is not listed. */
    bankName: Type.Optional(Words(4, 128)),
    number: Type.String({ pattern: '^\\d{8,30}$' }),
  }),
  phone: Type.String({ pattern: PHONE_PATTERN }),
  /** Required by WeChat Pay of all but micro merchants. */
  email: Type.Optional(Type.String({ pattern: EMAIL_PATTERN, maxLength: 64 })),
})
export type ApplicationRequest = Static<typeof ApplicationRequestShape>

export const paymentApplicationRoutes = {
  'POST /api/shops/:shopId/payment-application/papers': {
    summary:
      'Pass a photo of a paper (JPEG, PNG or WebP, at most 8 MB) on to WeChat Pay, which names it. The server keeps nothing of it.',
    access: 'owner',
    params: ShopParams,
    upload: MAX_PHOTO_BYTES,
    reply: Exact({ mediaId: MediaIdShape }),
  },
  'PUT /api/shops/:shopId/payment-application': {
    summary:
      'Apply to WeChat Pay, or send the papers again after it returned them. Names, numbers and the phone are encrypted for WeChat Pay, and the server keeps nothing of the papers. `bad-input` also for what WeChat Pay refuses, in its words; `not-allowed-now` while WeChat Pay looks at them or has accepted the seller, or the shop is blocked; `payment-unavailable` when this server cannot apply; `unavailable` when it is not known whether the papers arrived.',
    access: 'owner',
    params: ShopParams,
    body: ApplicationRequestShape,
    reply: ApplicationShape,
  },
} as const satisfies Record<string, Route>
