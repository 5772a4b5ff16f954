import type { ServerModule } from '../../server-module'
import { moneyHandlers, serveMonthSheets } from './routes'

export const moneyModule = (({ app, deps, limits }) => ({
  handlers: moneyHandlers(deps),
  serve: () => serveMonthSheets(app, deps, limits),
})) satisfies ServerModule
