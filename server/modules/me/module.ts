import type { ServerModule } from '../../server-module'
import { ordersOf, shopsOf } from './store'

export const meModule = (({ deps: { db } }) => ({
  handlers: {
    'GET /api/me/shops': ({ query, auth }) => shopsOf(db.query, auth.accountId, query),
    'GET /api/me/orders': ({ query, auth }) => ordersOf(db.query, auth.accountId, query),
  },
})) satisfies ServerModule
