import type { SentFailureCode } from '@/domain/failure'

/** The first version that knows a code, and the code that older versions read instead. */
interface LaterCode {
  since: number
  before: string
}

/** Failure codes that were added or renamed after the first release. Phones have a text for each code that their release knows. */
export const laterCodes: Partial<Record<SentFailureCode, LaterCode>> = {
  'version-conflict': { since: 2, before: 'changed' },
  'idempotency-conflict': { since: 2, before: 'different' },
  'too-many-steps': { since: 2, before: 'not-allowed-now' },
  'too-many-waiting': { since: 2, before: 'not-allowed-now' },
  'ask-the-shop': { since: 2, before: 'not-allowed-now' },
  'buyer-blocked': { since: 2, before: 'not-allowed-now' },
  // the server has chosen a day for such an order, and chooses the next one when it is sent again
  'slot-full': { since: 2, before: 'too-many' },
  'slot-gone': { since: 2, before: 'shop-closed' },
  'shop-quota': { since: 2, before: 'not-allowed-now' },
  'product-quota': { since: 2, before: 'not-allowed-now' },
  'storage-quota': { since: 2, before: 'not-allowed-now' },
  'address-quota': { since: 2, before: 'too-many' },
  'invitation-wrong': { since: 2, before: 'key-wrong' },
  'invitation-used': { since: 2, before: 'key-used' },
  'code-wrong': { since: 2, before: 'key-wrong' },
  'code-expired': { since: 2, before: 'key-used' },
  'code-used': { since: 2, before: 'key-used' },
  'card-wrong': { since: 2, before: 'key-wrong' },
  'card-locked': { since: 2, before: 'key-used' },
  'card-used': { since: 2, before: 'key-used' },
  'lesson-over': { since: 2, before: 'not-allowed-now' },
  'lesson-full': { since: 2, before: 'not-allowed-now' },
  'staff-quota': { since: 2, before: 'not-allowed-now' },
  'staff-only': { since: 2, before: 'not-allowed-now' },
  'own-code': { since: 2, before: 'not-allowed-now' },
  'help-over': { since: 2, before: 'not-allowed-now' },
  'help-quota': { since: 2, before: 'not-allowed-now' },
  'demo-unavailable': { since: 2, before: 'not-allowed-now' },
  'demo-full': { since: 2, before: 'not-allowed-now' },
  'group-buy-over': { since: 3, before: 'not-allowed-now' },
  'group-buy-cancelled': { since: 3, before: 'not-allowed-now' },
  'group-buy-full': { since: 3, before: 'not-allowed-now' },
  'group-buy-quota': { since: 3, before: 'not-allowed-now' },
}

/** The code as a client of this version knows it. */
export function codeFor(version: number, code: SentFailureCode): string {
  const later = laterCodes[code]
  return later && version < later.since ? later.before : code
}
