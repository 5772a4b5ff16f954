import type { ServerModule } from '../../server-module'
import { todayHandlers } from './routes'
import { serveShopEvents } from './serve-shop-events'

export const todayModule = (({ app, deps, limits }) => ({
  handlers: todayHandlers(deps),
  serve: () => serveShopEvents(app, deps, limits),
})) satisfies ServerModule
