import { ApiError } from '../api-error'
import type { AppDependencies } from '../dependencies'
import { type BlockChange, setShopBlocked } from '../modules/operator/block-shop'
import { issueNewKey } from '../modules/operator/new-key'
import { answerReports } from '../modules/operator/open-reports'
import { decideContent } from '../modules/operator/waiting-contents'
import { SetupError } from '../setup-error'
import { lockShopBySlug } from './find-shop'

type Deps = Pick<AppDependencies, 'db' | 'clock' | 'random' | 'secret'>

/** Blocks or unblocks the shop of a slug. @throws SetupError when there is none, or when it is so already */
export const blockShop = (
  deps: Deps,
  { slug, ...change }: { slug: string } & Omit<BlockChange, 'operatorId'>,
): Promise<{ name: string }> =>
  deps.db.withTx(async (tx) => {
    const shop = await lockShopBySlug(tx, slug)
    if (await setShopBlocked(deps, tx, shop, { ...change, operatorId: null })) return { name: shop.name }
    throw new SetupError(`The shop at /s/${slug} is ${change.isBlocked ? 'blocked already' : 'not blocked'}.`)
  })

/** Issues a new key of the shop of a slug. @throws SetupError when there is none */
export const renewKey = (
  deps: Deps,
  { slug, reason }: { slug: string; reason: string },
): Promise<{ name: string; key: string }> =>
  deps.db.withTx(async (tx) => {
    const shop = await lockShopBySlug(tx, slug)
    return { name: shop.name, key: await issueNewKey(deps, tx, shop, { operatorId: null, reason }) }
  })

/** Marks the reports of the shop of a slug as answered. @throws SetupError when there is none */
export const answerReportsOf = (deps: Deps, slug: string): Promise<{ name: string; count: number }> =>
  deps.db.withTx(async (tx) => {
    const shop = await lockShopBySlug(tx, slug)
    return { name: shop.name, count: await answerReports(deps, tx, shop, null) }
  })

/**
 * Gives a content the verdict of the operator.
 * @throws SetupError for an id that no content has, or a text of many shops unless it is meant everywhere
 */
export async function decideById(
  deps: Deps,
  id: string,
  verdict: 'pass' | 'risky',
  isMeantEverywhere = false,
): Promise<void> {
  const decision = { verdict, operatorId: null, isMeantEverywhere }
  const shops = await deps.db
    .withTx((tx) => decideContent(deps, tx, id, decision))
    .catch((error) => {
      if (!(error instanceof ApiError)) throw error
      throw new SetupError(`There is no content ${id}: copy the id from the list.`)
    })
  if (shops > 0)
    throw new SetupError(
      `${shops} shops use ${id}: block the shop that is meant (npm run shop:block), or add --everywhere.`,
    )
}
