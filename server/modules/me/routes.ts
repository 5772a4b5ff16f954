import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { ordersOf, shopsOf } from './store'

export const meHandlers = ({ db }: AppDependencies) =>
  ({
    'GET /api/me/shops': ({ query, who }) => shopsOf(db.query, who.accountId, query),
    'GET /api/me/orders': ({ query, who }) => ordersOf(db.query, who.accountId, query),
  }) satisfies Partial<Handlers>
