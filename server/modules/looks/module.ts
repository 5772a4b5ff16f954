import type { ServerModule } from '../../server-module'
import { lookHandlers } from './routes'

export const looksModule = (({ deps }) => ({ handlers: lookHandlers(deps) })) satisfies ServerModule
