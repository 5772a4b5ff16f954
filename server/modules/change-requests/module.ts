import type { ServerModule } from '../../server-module'
import { changeRequestHandlers } from './routes'

export const changeRequestsModule = (({ deps }) => ({
  handlers: changeRequestHandlers(deps),
})) satisfies ServerModule
