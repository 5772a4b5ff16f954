import type { Fulfilment } from '@/domain/fulfilment'

/** The steps of an order's progress display. */
export const orderStations: Record<Fulfilment, readonly [string, string, string, string]> = {
  local: ['下单', '接单', '在路上', '送到'],
  pickup: ['下单', '接单', '备好', '拿走'],
  courier: ['下单', '接单', '寄出', '收到'],
  'on-site': ['下单', '接单', '留好', '来过'],
}
