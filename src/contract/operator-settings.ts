import { Type } from '@sinclair/typebox'
import { documentKinds, MAX_CHANGES_LENGTH, MAX_DOCUMENT_LENGTH } from '@/domain/documents'
import { MAX_OPERATOR_NOTE_LENGTH, MAX_QUOTA, quotaNames } from '@/domain/operator-console'
import type { Route } from './route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, Words } from './shapes'

const DocumentParams = Exact({ kind: OneOf(documentKinds) })

/** Before the year 2100, which every database can store. */
const EffectShape = Type.Integer({ minimum: 0, maximum: Date.UTC(2100, 0) })

/** Whole numbers, megabytes for what is stored; 0 is no limit. */
const QuotaShape = Type.Integer({ minimum: 0, maximum: MAX_QUOTA })

export const operatorSettingRoutes = {
  'PUT /api/operator/documents/:kind/announced': {
    summary:
      'Announce a version of a document. `bad-input` when it would have an effect earlier than seven days from now, fifteen if it is important, unless there is no shop yet; `not-allowed-now` while another is announced. The same again changes nothing.',
    access: 'operator',
    params: DocumentParams,
    body: Exact({
      text: Words(1, MAX_DOCUMENT_LENGTH),
      changes: Words(1, MAX_CHANGES_LENGTH),
      isImportant: Type.Boolean(),
      effectiveAt: EffectShape,
    }),
    reply: Exact({ version: Type.Integer(), effectiveAt: MomentShape }),
  },
  'DELETE /api/operator/documents/:kind/announced': {
    summary: 'Withdraw the announced version; `not-found` when there is none, or it is in force.',
    access: 'operator',
    params: DocumentParams,
    reply: Exact({ withdrawn: Type.Boolean() }),
  },
  'GET /api/operator/quotas': {
    summary: 'The limits of accounts, shops and addresses, and those that the environment sets.',
    access: 'operator',
    reply: Exact({
      items: Type.Array(Exact({ name: OneOf(quotaNames), value: QuotaShape, standard: QuotaShape })),
    }),
  },
  'PUT /api/operator/quotas/:quota': {
    summary:
      'Change a limit while the servers run: they use it within ten seconds. Without a value, back to the environment’s.',
    access: 'operator',
    params: Exact({ quota: OneOf(quotaNames) }),
    body: Exact({ value: Type.Optional(QuotaShape) }),
    reply: Exact({ value: QuotaShape }),
  },
  'PUT /api/operator/shops/:shopId/messages/:messageId': {
    summary:
      'Tell the owners of the shop something, which they read on their first screen until one confirms it. With `answersAppeal`, their appeal against its block is answered by it.',
    access: 'operator',
    params: Exact({ ...ShopParams.properties, messageId: IdShape }),
    body: Exact({
      text: Words(1, MAX_OPERATOR_NOTE_LENGTH),
      answersAppeal: Type.Optional(Type.Boolean()),
    }),
    reply: Exact({ sentAt: MomentShape }),
  },
} as const satisfies Record<string, Route>
