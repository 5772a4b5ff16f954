import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { resolveOrigin } from '../../http/origin'
import type { Content } from '../content/content'
import { openShop, settingsFor } from './open-shop'

export function openingHandlers(deps: AppDependencies, content: Content) {
  return {
    'PUT /api/shops/:shopId': async ({ params: { shopId }, body, auth, request }) => {
      const storageLow = await deps.storage.isLow()
      const opener = { accountId: auth.accountId, address: getClientAddress(request), storageLow }
      const { slug, key } = await auth.withRight((tx) => openShop(deps, tx, shopId, opener, body))
      // a name that the request leaves out is made from its first product
      const texts = [{ text: settingsFor(body).name, place: 'shop-name' as const }]
      await content.recordTexts(texts, { shopId, accountId: auth.accountId })
      const url = `${resolveOrigin(deps.settings, request)}/s/${slug}`
      return { id: shopId, slug, url, ...(key === undefined ? {} : { key }) }
    },
  } satisfies Partial<Handlers>
}
