import type { Fulfilment } from '@/domain/order/fulfilment'
import type { IconName } from '@/ui/icon/icon'

export const fulfilmentIcons: Record<Fulfilment, IconName> = {
  local: 'truck',
  pickup: 'pickup',
  courier: 'post',
  'on-site': 'onsite',
}
