import type { Day } from '@/domain/day'
import { movements } from '@/domain/payment/ledger'
import { compareStatement, type StatementDifference } from '@/domain/payment/statement'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { GatewayError, type StatementLine } from '../../gateways/payment-gateway'
import { ledgerRowId, writeEntries } from '../ledger/write-entries'
import { withPaymentLock } from '../payments/confirm-payment'
import type { ConnectedService } from './connected-services'
import { findExpected, findStated, type ShopMovement } from './recorded-movements'

type Dependencies = Pick<AppDependencies, 'db' | 'clock'>

/** The error codes with which services answer for a day without movements. */
const NOTHING_MOVED = ['NO_STATEMENT_EXIST', 'NO_BILL_DATA', 'BILL_NOT_EXIST', 'isp.bill_not_exist']

const readLines = (service: ConnectedService, day: Day): Promise<StatementLine[]> =>
  service.gateway.statement(day).catch((error: unknown) => {
    if (error instanceof GatewayError && NOTHING_MOVED.includes(error.code)) return []
    throw error
  })

/**
 * Compares a service's statement of a day with what is recorded, enters the fees that it states, and records the outcome. Comparing a day
 * again replaces its outcome.
 * @throws GatewayError when the statement cannot be read.
 */
export async function checkDay(
  { db, clock }: Dependencies,
  service: ConnectedService,
  day: Day,
): Promise<StatementDifference[]> {
  const lines = await readLines(service, day)
  const stated = await findStated(db.query, service, lines)
  const differences = compareStatement(lines, stated, await findExpected(db.query, service, day))
  for (const { kind, number, fee } of lines) {
    const movement = stated.find((one) => one.kind === kind && one.number === number)
    if (fee !== 0 && movement?.fee === null) await enterFee({ db }, service, movement, fee)
  }
  await recordCheck(db.query, {
    ...{ service: service.name, day, checked_at: clock(), lines: lines.length },
    differences: JSON.stringify(differences),
  })
  return differences
}

/** When a payment or refund was entered in the ledger, in epoch milliseconds. */
async function enteredAt(tx: Query, { shopId, id }: ShopMovement): Promise<number | undefined> {
  const ids = (['paid', 'paid-in-vain', 'refunded', 'sent-back'] as const).map((cause) =>
    ledgerRowId(id, cause),
  )
  const row = await tx
    .selectFrom('ledger')
    .select('created_at')
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .executeTakeFirst()
  return row?.created_at
}

/**
 * Enters a fee once, with the payment or refund that it belongs to and at its time in the ledger: statements are read a day later. Nothing
 * is entered for a movement that is not in the ledger: it is a difference, which is compared again the next day.
 */
const enterFee = (
  { db }: Pick<AppDependencies, 'db'>,
  { method }: ConnectedService,
  movement: ShopMovement,
  fee: number,
): Promise<void> =>
  withPaymentLock(db, movement.shopId, async (tx) => {
    const { kind, shopId, orderId, id, number } = movement
    const at = await enteredAt(tx, movement)
    if (at === undefined) return
    const { numUpdatedRows } = await tx
      .updateTable(kind)
      .set({ fee })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .where('fee', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await writeEntries(tx, { shopId, orderId, source: number, at }, [
      { cause: 'fee', movements: movements.fee(method, fee) },
    ])
  })

interface Check {
  service: string
  day: Day
  checked_at: number
  lines: number
  differences: string
}

const recordCheck = (db: Query, check: Check) =>
  db
    .insertInto('statement_check')
    .values(check)
    .onConflict((conflict) =>
      conflict.columns(['service', 'day']).doUpdateSet({
        ...{ checked_at: check.checked_at, lines: check.lines, differences: check.differences },
      }),
    )
    .execute()
