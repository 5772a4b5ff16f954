import { createId } from '@/domain/id'
import type { AppDependencies } from '../../server/dependencies'
import { centreOf } from '../../server/modules/centres/centre-of'
import { invite } from '../../server/modules/centres/invite'
import { findInvitations } from '../../server/modules/centres/store'

/** 沙坝镇 */
const CENTRE = '621221110'
const NAME = '培训员'

/** Returns the code that makes somebody a trainer; the same as long as nobody has used it. */
export async function describeTrainer(deps: AppDependencies): Promise<string> {
  const { db, clock, random, settings } = deps
  const open = await findInvitations(db.query, CENTRE, clock())
  const id = open.find(({ name }) => name === NAME)?.id ?? createId(clock(), random(16))
  const invitation = { centre: CENTRE, id, role: 'trainer', name: NAME } as const
  const { code } = await db.withTx((tx) => invite(deps, tx, invitation))
  return `Trainer of ${centreOf(settings.centres, CENTRE).name} (the code works once, then a new one is shown): ${code}`
}
