import type { ServerModule } from '../../server-module'
import { serveOrderSheets } from './serve-order-sheets'

export const ordersModule = (({ app, deps, limits }) => ({
  serve: () => serveOrderSheets(app, deps, limits),
})) satisfies ServerModule
