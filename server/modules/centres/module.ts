import type { ServerModule } from '../../server-module'
import { centreHandlers } from './routes'

export const centresModule = (({ deps }) => ({ handlers: centreHandlers(deps) })) satisfies ServerModule
