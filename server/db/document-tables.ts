import type { DocumentKind } from '@/domain/documents'
import type { Flag, Moment } from './column-types'

/** A version of a document that an operator announced; the first versions are the program's and not stored. */
export interface DocumentTable {
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
export interface ConsentTable {
  account_id: string
  kind: DocumentKind
  version: number
  agreed_at: Moment
}
