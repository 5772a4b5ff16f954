import type { ServerModule } from '../../server-module'
import { productHandlers } from './routes'

export const productsModule = ((base) => ({
  handlers: productHandlers(base),
})) satisfies ServerModule
