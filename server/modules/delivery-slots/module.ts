import type { ServerModule } from '../../server-module'
import { deliverySlotHandlers } from './routes'

export const deliverySlotsModule = (({ deps }) => ({
  handlers: deliverySlotHandlers(deps),
})) satisfies ServerModule
