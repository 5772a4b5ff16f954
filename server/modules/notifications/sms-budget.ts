import { monthOf } from '@/domain/month'
import type { Query } from '../../db/database'
import type { SmsPlan } from '../../gateways/aliyun-sms'

/** Takes the price of one message out of the month's budget; false when nothing is left of it. */
export async function paySms(
  tx: Query,
  { price, monthlyLimit }: Pick<SmsPlan, 'price' | 'monthlyLimit'>,
  now: number,
): Promise<boolean> {
  const month = monthOf(now)
  await tx
    .insertInto('sms_month')
    .values({ month, spent: 0 })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .execute()
  const { numUpdatedRows } = await tx
    .updateTable('sms_month')
    .set((eb) => ({ spent: eb('spent', '+', price) }))
    .where('month', '=', month)
    .where('spent', '<=', monthlyLimit - price)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives back the price of a message that was not sent. */
export async function refundSms(tx: Query, { price }: Pick<SmsPlan, 'price'>, now: number): Promise<void> {
  await tx
    .updateTable('sms_month')
    .set((eb) => ({ spent: eb('spent', '-', price) }))
    .where('month', '=', monthOf(now))
    .where('spent', '>=', price)
    .execute()
}
