import type { ServerModule } from '../../server-module'
import { serveOrderSheets } from './serve-order-sheets'

export const ordersModule = (({ app, content, deps, limits }) => ({
  serve: () => serveOrderSheets(app, deps, { content, limits }),
})) satisfies ServerModule
