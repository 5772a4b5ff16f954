import type { ReportReason } from '@/domain/shop/report'
import type { Moment } from './column-types'

/** An operator's action on a shop from the command line, with its reason. */
export interface OperatorLogTable {
  id: string
  at: Moment
  action: 'block' | 'unblock' | 'remove' | 'new-key' | 'grant-payments'
  shop_id: string
  slug: string
  reason: string | null
  /** What the owner of a blocked shop reads; `null` for nothing. */
  owner_reason: string | null
}

/** A person's report of a shop, or of a product of it, to the operator. */
export interface ReportTable {
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
