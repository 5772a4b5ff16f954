import type { ServerModule } from '../../server-module'
import { openingHandlers } from './routes'

export const openingModule = (({ deps }) => ({ handlers: openingHandlers(deps) })) satisfies ServerModule
