import type { ServerModule } from '../../server-module'
import { closingHandlers } from './routes'

export const closingModule = (({ deps }) => ({ handlers: closingHandlers(deps) })) satisfies ServerModule
