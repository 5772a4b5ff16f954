import { ownAppSteps } from './shop/own-app'

/** What operators do, as the audit trail names it. */
export const auditActions = [
  ...([
    'block',
    'unblock',
    'remove',
    'new-key',
    'transfer',
    'grant-payments',
    'block-wave',
    'unblock-wave',
  ] as const),
  ...(['pass-content', 'hide-content', 'answer-reports', 'run-job'] as const),
  ...(['announce-document', 'withdraw-document'] as const),
  ...(['make-link', 'end-operator', 'sign-in'] as const),
  ...(['add-passkey', 'remove-passkey', 'message-shop', 'keep-block', 'note-own-app', 'set-quota'] as const),
  ...(['read-person', 'export-shop', 'tax-report'] as const),
] as const
export type AuditAction = (typeof auditActions)[number]

/** What the audit trail holds about an action. */
export const auditFacts = [
  ...(['reason', 'ownerReason', 'text', 'shops', 'count', 'isMeantEverywhere'] as const),
  ...(['isImportant', 'effectiveAt', 'value', 'appid', 'note'] as const),
  ...ownAppSteps,
] as const
export type AuditFact = (typeof auditFacts)[number]

/** The longest reason of an action, and text for an owner. */
export const MAX_OPERATOR_NOTE_LENGTH = 200

/** The limits that an operator can change while the servers run. Sizes are in megabytes. */
export const quotaNames = [
  ...(['shopsPerAccount', 'productsPerShop', 'filesPerShop', 'megabytesPerShop'] as const),
  ...(['filesPerAccount', 'megabytesPerAccount', 'shopsPerAddress', 'megabytesPerAddressDay'] as const),
] as const
export type QuotaName = (typeof quotaNames)[number]

export const MAX_QUOTA = 999_999_999
