import type { ServerModule } from '../../server-module'
import { templateHandlers } from './routes'

export const templatesModule = (({ deps }) => ({ handlers: templateHandlers(deps) })) satisfies ServerModule
