import type { ServerModule } from '../../server-module'
import { openingHandlers } from './routes'

export const openingModule = (({ content, deps }) => ({
  handlers: openingHandlers(deps, content),
})) satisfies ServerModule
