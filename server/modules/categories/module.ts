import type { ServerModule } from '../../server-module'
import { categoryHandlers } from './routes'

export const categoriesModule = (({ deps }) => ({ handlers: categoryHandlers(deps) })) satisfies ServerModule
