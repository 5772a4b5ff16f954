import type { ServerModule } from '../../server-module'
import { productHandlers } from './routes'

export const productsModule = (({ deps, reader }) => ({
  handlers: productHandlers(deps, reader),
})) satisfies ServerModule
