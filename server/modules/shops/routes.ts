import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { resolveOrigin } from '../../http/origin'
import { findActingHelps, toHelp } from '../helps/store'
import { onlineMethodsOf, readGrants } from '../payments/grants'
import { changeSettings } from './change-shop'
import { issuedKey } from './issue-key'
import { openShop } from './open-shop'
import { removeOtherOwners } from './owners'
import { endPractice } from './practice'
import { keyRequest, reissueKey } from './reissue-key'
import { withShopLock } from './shop-lock'
import { mustFindShop, toLook, toManagedShop } from './store'
import { validateSettings } from './validate-settings'

export function shopHandlers(deps: AppDependencies) {
  const { db } = deps

  return {
    'PUT /api/shops/:shopId': async ({ params: { shopId }, body, auth, request }) => {
      const storageLow = await deps.storage.isLow()
      const opener = { accountId: auth.accountId, address: getClientAddress(request), storageLow }
      const { slug, key } = await auth.withRight((tx) => openShop(deps, tx, shopId, opener, body))
      const url = `${resolveOrigin(deps.settings, request)}/s/${slug}`
      return { id: shopId, slug, url, ...(key === undefined ? {} : { key }) }
    },
    'GET /api/shops/:shopId': async ({ params: { shopId }, auth }) => {
      const row = await mustFindShop(db.query, shopId)
      const managed = { shop: toManagedShop(row), look: toLook(row) }
      if (auth.role === 'owner') return managed
      const acting = { accountId: auth.accountId, shopId, now: deps.clock() }
      const [help] = await findActingHelps(db.query, acting)
      if (!help) throw new ApiError('not-found')
      return { ...managed, help: toHelp(help, deps.settings.centres) }
    },
    'PUT /api/shops/:shopId/settings': async ({ params: { shopId }, body, auth: { accountId, role } }) => {
      const online = onlineMethodsOf(deps.payments, readGrants(await mustFindShop(db.query, shopId)))
      const fields = validateSettings(body, online)
      if (fields.length > 0) throw new ApiError('bad-input', { fields })
      return withShopLock(db, shopId, (tx) =>
        changeSettings(tx, shopId, body, { accountId, role, now: deps.clock() }),
      )
    },
    'POST /api/shops/:shopId/practice/end': ({ params: { shopId }, auth }) =>
      auth.withRight((tx) => endPractice(tx, shopId)),
    'POST /api/shops/:shopId/key': ({ params: { shopId }, body, auth }) =>
      auth.withRight(async (tx) => {
        const row = await mustFindShop(tx, shopId)
        const request = keyRequest(auth.accountId, body.id)
        const again = row.key_request === request
        const key = again
          ? await issuedKey(deps, tx, shopId, row.key_generation)
          : await reissueKey(deps, tx, shopId, request)
        return { key }
      }),
    'DELETE /api/shops/:shopId/other-owners': ({ params: { shopId }, auth }) =>
      auth.withRight(async (tx) => ({
        removed: await removeOtherOwners(tx, auth.accountId, shopId, deps.clock()),
      })),
  } satisfies Partial<Handlers>
}
