import type { ServerModule } from '../../server-module'
import { meHandlers } from './routes'

export const meModule = (({ deps }) => ({
  handlers: meHandlers(deps),
})) satisfies ServerModule
