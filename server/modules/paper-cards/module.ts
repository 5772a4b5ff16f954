import type { ServerModule } from '../../server-module'
import { paperCardHandlers } from './routes'

export const paperCardsModule = (({ deps, storefronts }) => ({
  handlers: paperCardHandlers(deps, storefronts),
})) satisfies ServerModule
