import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { resolveOrigin } from '../../http/origin'
import { openShop } from './open-shop'

export function openingHandlers(deps: AppDependencies) {
  return {
    'PUT /api/shops/:shopId': async ({ params: { shopId }, body, auth, request }) => {
      const storageLow = await deps.storage.isLow()
      const opener = { accountId: auth.accountId, address: getClientAddress(request), storageLow }
      const { slug, key } = await auth.withRight((tx) => openShop(deps, tx, shopId, opener, body))
      const url = `${resolveOrigin(deps.settings, request)}/s/${slug}`
      return { id: shopId, slug, url, ...(key === undefined ? {} : { key }) }
    },
  } satisfies Partial<Handlers>
}
