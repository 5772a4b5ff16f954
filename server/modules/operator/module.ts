import type { ServerModule } from '../../server-module'
import { operatorHandlers } from './routes'

export const operatorModule = (({ deps, storefronts }) => ({
  handlers: operatorHandlers(deps, storefronts),
})) satisfies ServerModule
