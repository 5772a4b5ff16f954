import type { Selectable } from 'kysely'
import type { Application } from '@/contract/payment/payment-application'
import type { RouteReply } from '@/contract/routes'
import { sellersApplicationStates } from '@/domain/payment/payment-application'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { PaymentApplicationTable } from '../../db/money-tables'
import { readGrants } from '../grants/grants'

export type ApplicationRow = Selectable<PaymentApplicationTable>

export const findApplication = (db: Query, shopId: string): Promise<ApplicationRow | undefined> =>
  db.selectFrom('payment_application').selectAll().where('shop_id', '=', shopId).executeTakeFirst()

/** Writes an application in the place of the shop's last one. */
export async function saveApplication(tx: Query, row: ApplicationRow): Promise<void> {
  await tx
    .insertInto('payment_application')
    .values(row)
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(row))
    .execute()
}

/** WeChat Pay is asked about an application at most this often while its seller looks at it, in ms. */
const ASK_EVERY_MS = 10_000

/** Notes that WeChat Pay is asked now; false when it was asked a moment ago, by this or another server. */
export async function mayAsk(db: Query, { shop_id, number }: ApplicationRow, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('payment_application')
    .set({ asked_at: now })
    .where('shop_id', '=', shop_id)
    .where('number', '=', number)
    .where('asked_at', '<=', now - ASK_EVERY_MS)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** @param origin of this server, which a simulated service has its pages at */
export const toApplication = (
  { subject, state, reasons, url, transfer, sent_at }: ApplicationRow,
  origin: string,
): Application => ({
  ...{ subject, state, sentAt: sent_at, reasons: readJson<Application['reasons']>(reasons) },
  ...(url === null ? {} : { url: new URL(url, origin).href }),
  ...(transfer === null ? {} : { transfer: readJson<NonNullable<Application['transfer']>>(transfer) }),
})

/** The application of a shop, if it waits for its seller and she was not granted WeChat Pay in another way. */
export async function findWaitingApplication(
  db: Query,
  shopId: string,
): Promise<Pick<RouteReply<'GET /api/shops/:shopId/today'>, 'application'>> {
  const row = await db
    .selectFrom('payment_application')
    .innerJoin('shop', 'shop.shop_id', 'payment_application.shop_id')
    .select(['state', 'payment_grants'])
    .where('payment_application.shop_id', '=', shopId)
    .executeTakeFirst()
  const application = sellersApplicationStates.find((one) => one === row?.state)
  return !row || application === undefined || readGrants(row).wechat ? {} : { application }
}
