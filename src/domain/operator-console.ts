/** What operators do, as the audit trail names it. */
export const auditActions = [
  ...(['block', 'unblock', 'remove', 'new-key', 'grant-payments', 'block-wave', 'unblock-wave'] as const),
  ...(['pass-content', 'hide-content', 'answer-reports', 'run-job'] as const),
  ...(['make-link', 'end-operator', 'sign-in'] as const),
] as const
export type AuditAction = (typeof auditActions)[number]

/** The longest reason of an action, and text for an owner. */
export const MAX_OPERATOR_NOTE_LENGTH = 200
