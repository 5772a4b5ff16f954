import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { ordersOf, shopsOf } from './store'

export const meHandlers = ({ db }: AppDependencies) =>
  ({
    'GET /api/me/shops': ({ query, auth }) => shopsOf(db.query, auth.accountId, query),
    'GET /api/me/orders': ({ query, auth }) => ordersOf(db.query, auth.accountId, query),
  }) satisfies Partial<Handlers>
