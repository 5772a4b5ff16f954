import type { Selectable } from 'kysely'
import type { LedgerEntry } from '@/domain/payment/ledger'
import type { Query } from '../../db/database'
import type { LedgerTable } from '../../db/money-tables'

export type LedgerRow = Selectable<LedgerTable>

interface EntrySource {
  shopId: string
  orderId: string
  /** Identifies what caused the entry within the shop; one cause is entered once for it. */
  source: string
  /** Epoch milliseconds. */
  at: number
}

/** The id of the row of an entry's movement, by default its first. */
export const ledgerRowId = (source: string, cause: LedgerEntry['cause'], movement = 0): string =>
  `${source}.${cause}.${movement}`

/** The rows of an entry, none when it moves nothing. */
export const toLedgerRows = (
  { shopId, orderId, source, at }: EntrySource,
  { cause, movements }: LedgerEntry,
): LedgerRow[] =>
  movements.map(({ debit, credit, amount }, i) => ({
    shop_id: shopId,
    id: ledgerRowId(source, cause, i),
    order_id: orderId,
    cause,
    debit,
    credit,
    amount,
    created_at: at,
  }))

/** Enters movements of money, in the transaction of what caused them. The second time for one source fails. */
export async function writeEntries(tx: Query, source: EntrySource, entries: readonly LedgerEntry[]) {
  const rows = entries.flatMap((entry) => toLedgerRows(source, entry))
  if (rows.length > 0) await tx.insertInto('ledger').values(rows).execute()
}
