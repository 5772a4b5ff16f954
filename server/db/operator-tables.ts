import type { DocumentKind } from '@/domain/documents'
import type { AuditAction } from '@/domain/operator-console'
import type { ReportReason } from '@/domain/shop/report'
import type { Flag, Json, Moment } from './column-types'

/** An operator's action on a shop, with its reason. */
export interface OperatorLogTable {
  id: string
  at: Moment
  action: 'block' | 'unblock' | 'remove' | 'new-key' | 'transfer' | 'grant-payments'
  shop_id: string
  slug: string
  reason: string | null
  /** What the owner of a blocked shop reads; `null` for nothing. */
  owner_reason: string | null
}

/** A person's report of a shop, or of a product of it, to the operator. */
interface ReportTable {
  shop_id: string
  /** Empty for the shop itself. */
  product_id: string
  account_id: string
  reason: ReportReason
  note: string | null
  reported_at: Moment
  /** When the operator marked it as answered. */
  answered_at: Moment | null
}

/** A person who operates the installation from the console. */
interface OperatorTable {
  id: string
  name: string
  created_at: Moment
  ended_at: Moment | null
}

/** A link that signs an operator in once. */
interface OperatorLinkTable {
  code_hash: string
  operator_id: string
  expires_at: Moment
  /** The account that used it. */
  used_by: string | null
}

/** An account that is signed in as an operator. */
interface OperatorSessionTable {
  account_id: string
  operator_id: string
  expires_at: Moment
}

/** An action of an operator. Each entry is hashed with the one before, so that a changed or deleted one is found. */
export interface AuditEntryTable {
  number: number
  at: Moment
  /** `null` for the command line. */
  operator_id: string | null
  action: AuditAction
  /** What the action is about: the slug of a shop, or the id of a content, wave, job or operator. */
  subject: string
  details: Json | null
  hash: string
}

/** The last entry of the audit trail, in one row. */
interface AuditHeadTable {
  id: string
  number: number
  hash: string
}

/** A passkey of an operator. Source: https://www.w3.org/TR/webauthn-3/#sctn-public-key-credential-storage */
interface OperatorPasskeyTable {
  /** The id of the credential, base64url. */
  id: string
  operator_id: string
  /** The COSE public key, base64url. */
  public_key: string
  counter: number
  created_at: Moment
  used_at: Moment | null
}

/** What an account has to sign to add a passkey, or to sign in by one; once. */
interface OperatorChallengeTable {
  account_id: string
  challenge: string
  expires_at: Moment
}

/** A quota that an operator has set in the place of the environment's; 0 means no limit. */
interface QuotaTable {
  name: string
  value: number
  changed_at: Moment
}

/** What an operator tells the owners of a shop. */
interface ShopMessageTable {
  shop_id: string
  id: string
  text: string
  sent_at: Moment
  /** When an owner confirmed that she has read it. */
  read_at: Moment | null
}

/** How far a shop's own mini-program is on its way to buyers. */
export interface OwnAppTable {
  shop_id: string
  appid: string
  /** The `OwnAppStates`. */
  states: Json
  note: string | null
  /** What WeChat said about its filing. */
  filing: Json | null
  changed_at: Moment
}

/** A version of a document that an operator announced; the first versions are the program's and not stored. */
interface DocumentTable {
  kind: DocumentKind
  version: number
  text: string
  changes: string
  important: Flag
  announced_at: Moment
  effective_at: Moment
  /** When an operator withdrew it, before it had an effect. */
  withdrawn_at: Moment | null
}

/** A person agreed to a version of a document, or has read it before it has an effect. */
interface ConsentTable {
  account_id: string
  kind: DocumentKind
  version: number
  agreed_at: Moment
}

/** The tables of the installation's operators and documents. */
export interface OperatorTables {
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  operator_challenge: OperatorChallengeTable
  operator_link: OperatorLinkTable
  operator_log: OperatorLogTable
  operator_passkey: OperatorPasskeyTable
  operator_session: OperatorSessionTable
  operator: OperatorTable
  quota: QuotaTable
  report: ReportTable
  shop_message: ShopMessageTable
  own_app: OwnAppTable
  document: DocumentTable
  consent: ConsentTable
}
