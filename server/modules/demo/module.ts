import type { ServerModule } from '../../server-module'
import { demoHandlers } from './routes'

export const demoModule = (({ deps }) => ({ handlers: demoHandlers(deps) })) satisfies ServerModule
