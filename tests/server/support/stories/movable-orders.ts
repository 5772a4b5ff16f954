import type { Query } from '../../../../server/db/database'
import type { MovableOrders } from '../../../../server/db/order-tables'

/** The orders of a database for a test that puts one into a state, past the server's only way to do so. */
export const movableOrders = (db: Query): MovableOrders => db as unknown as MovableOrders
