import type { AppDependencies } from '../../server/dependencies'
import { readGrants } from '../../server/modules/grants/grants'

/** The numbers of a world's sellers whom WeChat Pay has accepted. */
export async function acceptedSellers({ db }: AppDependencies): Promise<string[]> {
  const shops = await db.query.selectFrom('shop').select('payment_grants').execute()
  return shops.flatMap((shop) => readGrants(shop).wechat?.merchant ?? [])
}
