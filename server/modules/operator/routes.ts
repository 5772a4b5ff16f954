import { basename, join } from 'node:path'
import { wavesWords } from '@/locales/operator/console'
import type { RightHolder } from '../../access'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Handlers } from '../../http/call'
import { SetupError } from '../../setup-error'
import { readBlockAppeals } from '../appeals/block-appeals'
import type { Content } from '../content/content'
import { findOwnApp } from '../own-apps/own-apps'
import { lockShop } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { differingChecks } from '../statements/check-statements'
import { addAuditEntry, readAuditTrail } from './audit-trail'
import { setShopBlocked } from './block-shop'
import { countWaiting } from './count-waiting'
import { readJobs, runAgain } from './failed-jobs'
import { issueNewKey } from './new-key'
import { answerReports, readReports } from './open-reports'
import { redeemOperatorLink, requireOperator, signOutOperator } from './operators'
import { countOwners, type ListedShop, readActions, readLargestShops, readShops } from './read-shops'
import { removeShop } from './remove-shop'
import { toAuditReply, toContentReply, toShopReply } from './replies'
import { readStuckMoney } from './stuck-money'
import { decideContent, readWaitingContents } from './waiting-contents'
import { blockWave, readWaves, unblockWave } from './waves'

export function operatorHandlers(deps: AppDependencies, content: Content, storefronts: StorefrontCache) {
  const { db, clock } = deps

  const operatorOf = (query: Query, accountId: string) => requireOperator(query, accountId, clock())

  /** Reads a shop that exists. @throws ApiError `not-found` */
  async function shopOf(query: Query, shopId: string): Promise<ListedShop> {
    const [shop] = (await readShops(query, { shopId })).items
    if (!shop) throw new ApiError('not-found')
    return shop
  }

  /** Locks a shop and returns it. @throws ApiError `not-found` */
  async function locked(tx: Query, shopId: string) {
    await lockShop(tx, shopId)
    return mustFindShop(tx, shopId)
  }

  const inTx = (auth: RightHolder) => ({ ...deps, runInTx: auth.withRight })

  return {
    'POST /api/operator/session': ({ auth, body }) =>
      auth.withRight(async (tx) => {
        const { name, until } = await redeemOperatorLink(deps, tx, auth.accountId, body.code)
        return { name, until }
      }),
    'DELETE /api/operator/session': ({ auth }) =>
      auth.withRight(async (tx) => {
        await signOutOperator(tx, auth.accountId)
        return { ended: true }
      }),
    'GET /api/operator': async ({ auth: { accountId } }) => {
      const { name, until } = await operatorOf(db.query, accountId)
      return { name, until, waiting: await countWaiting(deps) }
    },
    'GET /api/operator/shops': async ({ query: { largest, ...query } }) => {
      if (largest) return { items: (await readLargestShops(db.query)).map(toShopReply) }
      const { items, ...page } = await readShops(db.query, query)
      return { items: items.map(toShopReply), ...page }
    },
    'GET /api/operator/shops/:shopId': async ({ params: { shopId } }) => {
      const shop = await shopOf(db.query, shopId)
      const owners = await countOwners(db.query, shopId)
      const actions = await readActions(db.query, shopId)
      const ownApp = await findOwnApp(db.query, shopId)
      return {
        shop: toShopReply(shop),
        owners,
        ...(ownApp ? { ownApp } : {}),
        actions: actions.map(({ at, action, reason, owner_reason }) => ({
          ...{ at, action },
          ...(reason === null ? {} : { reason }),
          ...(owner_reason === null ? {} : { ownerReason: owner_reason }),
        })),
      }
    },
    'PUT /api/operator/shops/:shopId/block': ({ auth, params: { shopId }, body }) =>
      auth.withRight(async (tx) => {
        const { id: operatorId } = await operatorOf(tx, auth.accountId)
        const { blocked: isBlocked, reason, ownerReason } = body
        await setShopBlocked(deps, tx, await locked(tx, shopId), {
          ...{ isBlocked, operatorId, reason, ownerReason },
        })
        return toShopReply(await shopOf(tx, shopId))
      }),
    'POST /api/operator/shops/:shopId/key': ({ auth, params: { shopId }, body }) =>
      auth.withRight(async (tx) => {
        const { id: operatorId } = await operatorOf(tx, auth.accountId)
        const shop = await locked(tx, shopId)
        const { id, check: reason, transfer: isTransfer = false } = body
        return { key: await issueNewKey(deps, tx, shop, { operatorId, reason, id, isTransfer }) }
      }),
    'POST /api/operator/shops/:shopId/removal': async ({ auth, params: { shopId }, body }) => {
      const { id: operatorId } = await operatorOf(db.query, auth.accountId)
      const shop = await mustFindShop(db.query, shopId)
      const name = `${shop.slug}-${body.id}`
      const removal = { operatorId, reason: body.reason, runInTx: auth.withRight }
      const folder = join(deps.exports.removedFolder, name)
      const { files } = await removeShop(deps, shop, { ...removal, folder }).catch((error: unknown) => {
        throw error instanceof SetupError ? new ApiError('not-allowed-now') : error
      })
      storefronts.invalidateShop(shopId)
      return { files: files.map((file) => join(name, basename(file))) }
    },
    'GET /api/operator/waves': async () => ({ items: await readWaves(db.query) }),
    'PUT /api/operator/waves/:near/blocks/:waveId': async ({ auth, params: { near, waveId }, body }) => {
      const { id: operatorId } = await operatorOf(db.query, auth.accountId)
      const { ids, shops } = await blockWave(inTx(auth), near, { waveId, operatorId, ...body })
      for (const id of ids) storefronts.invalidateShop(id)
      return { shops }
    },
    'DELETE /api/operator/waves/:near/blocks/:waveId': async ({ auth, params: { near, waveId } }) => {
      const { id: operatorId } = await operatorOf(db.query, auth.accountId)
      const ids = await unblockWave(inTx(auth), near, { waveId, operatorId, reason: wavesWords.undone })
      for (const id of ids) storefronts.invalidateShop(id)
      return { shops: ids.length }
    },
    'GET /api/operator/appeals': async () => ({ items: await readBlockAppeals(db.query) }),
    'GET /api/operator/reports': async () => ({
      items: (await readReports(db.query)).map(({ reports, ...shop }) => ({
        ...shop,
        reports: reports.map(({ product, note, ...report }) => ({
          ...report,
          ...(product === null ? {} : { product }),
          ...(note === null ? {} : { note }),
        })),
      })),
    }),
    'POST /api/operator/shops/:shopId/reports/answered': ({ auth, params: { shopId } }) =>
      auth.withRight(async (tx) => {
        const { id } = await operatorOf(tx, auth.accountId)
        return { count: await answerReports(deps, tx, await locked(tx, shopId), id) }
      }),
    'GET /api/operator/contents': async () => ({
      items: (await readWaitingContents(deps)).map(toContentReply),
    }),
    'PUT /api/operator/contents/:contentId': async ({ auth, params: { contentId }, body }) => {
      const { verdict, everywhere: isMeantEverywhere = false } = body
      await auth.withRight(async (tx) => {
        const { id: operatorId } = await operatorOf(tx, auth.accountId)
        const shops = await decideContent(deps, tx, contentId, { verdict, operatorId, isMeantEverywhere })
        if (shops > 0) throw new ApiError('not-allowed-now')
      })
      await content.hidden.refresh()
      return { verdict }
    },
    'GET /api/operator/jobs': async () => {
      const { late, failed } = await readJobs(db.query, clock())
      return {
        late,
        failed: failed.map(({ id, kind, run_at: runAt, attempts, last_error }) => ({
          ...{ id, kind, runAt, attempts },
          ...(last_error === null ? {} : { error: last_error }),
        })),
      }
    },
    'POST /api/operator/jobs/run': ({ auth, body: { id } }) =>
      auth.withRight(async (tx) => {
        const { id: operatorId } = await operatorOf(tx, auth.accountId)
        const runAt = clock()
        if (!(await runAgain(tx, id, runAt))) throw new ApiError('not-found')
        await addAuditEntry(deps, tx, { operatorId, action: 'run-job', subject: id })
        return { runAt }
      }),
    'GET /api/operator/money': async () => ({
      items: await readStuckMoney(db.query, clock()),
      statements: (await differingChecks(db.query)).map(({ service, day, differences }) => ({
        ...{ service, day, differences: JSON.parse(differences).length },
      })),
    }),
    'GET /api/operator/audit': async ({ query: { before } }) => {
      const { rows, next } = await readAuditTrail(db.query, before)
      return { items: rows.map(toAuditReply), ...(next === undefined ? {} : { next }) }
    },
  } satisfies Partial<Handlers>
}
