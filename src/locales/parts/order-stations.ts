import type { Fulfilment } from '@/domain/order/fulfilment'

/** The steps of an order's progress display. */
export const orderStations: Record<Fulfilment, readonly [string, string, string, string]> = {
  local: ['下单', '接单', '在路上', '送到'],
  pickup: ['下单', '接单', '备好', '拿走'],
  courier: ['下单', '接单', '寄出', '收到'],
  'on-site': ['下单', '接单', '留好', '来过'],
}

/** What has not happened yet after a step was undone; `undefined` for another action. */
export const undoneWords = (action: string | undefined, kind: Fulfilment): string | undefined => {
  const [, accepted, sent, done] = orderStations[kind]
  const words: Record<string, string> = {
    'undo-accept': accepted,
    'undo-send': kind === 'local' ? '出门' : sent,
    'undo-finish': done,
  }
  const station = words[action ?? '']
  return station && `还没${station}`
}
