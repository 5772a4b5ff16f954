import type { AppDependencies } from '../../dependencies'
import type { FileVerdict } from '../../gateways/wechat-push'
import { decide } from './decide'

/**
 * Saves the verdict of a file that WeChat announces; a file that WeChat could not check is checked again.
 * @returns false when no check waits for this number, as after a repeated message
 */
export const saveFileVerdict = (
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  { trace, result }: FileVerdict,
): Promise<boolean> =>
  db.withTx(async (tx) => {
    const row = await tx
      .selectFrom('content')
      .select('id')
      .where('trace', '=', trace)
      .where('verdict', '=', 'pending')
      .executeTakeFirst()
    if (!row) return false
    if (result) return decide(tx, row.id, { ...result, source: 'wechat' }, clock())
    await tx
      .updateTable('content')
      .set({ trace: null, due_at: clock() })
      .where('id', '=', row.id)
      .where('verdict', '=', 'pending')
      .execute()
    return true
  })
