import { TAKE_OVER_WITHIN_MS } from '@/domain/shop/help'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { lockRights } from '../../lock-rights'
import { addStep, endOpenings, findActingHelps, type HelpRow } from './store'

/**
 * Uses the consent to have a shop opened; the shop waits to be taken over from now on. Other consents for the same shop end.
 * @throws ApiError `help-over` unless the account has that consent.
 */
export async function openUnderHelp(
  { clock }: Pick<AppDependencies, 'clock'>,
  tx: Query,
  { shopId, accountId, helpId }: { shopId: string; accountId: string; helpId: string },
): Promise<HelpRow> {
  const now = clock()
  await lockRights(tx, { staff: [accountId], shopId })
  const helps = await findActingHelps(tx, { accountId, shopId, now })
  const help = helps.find(({ id, opens, helper }) => id === helpId && opens === 1 && helper === accountId)
  if (!help) throw new ApiError('help-over')
  await tx
    .updateTable('help')
    .set({ expires_at: now + TAKE_OVER_WITHIN_MS })
    .where('id', '=', helpId)
    .where('shop_id', '=', shopId)
    .execute()
  await endOpenings(tx, shopId, now, { except: helpId })
  await addStep(tx, { help, accountId, action: 'open-shop', request: null, at: now, isDone: true })
  return help
}
