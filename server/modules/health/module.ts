import type { ServerModule } from '../../server-module'
import { healthHandlers } from './routes'

export const healthModule = (({ deps, healthMonitor }) => ({
  handlers: healthHandlers(deps, healthMonitor),
})) satisfies ServerModule
