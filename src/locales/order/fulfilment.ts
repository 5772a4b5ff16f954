import type { Fulfilment } from '@/domain/order/fulfilment'
import type { PaymentMethod } from '@/domain/payment/payment'
import { translated } from '../translation'

export const fulfilmentWords: Record<Fulfilment, string> = translated('fulfilmentWords', {
  local: '送上门',
  pickup: '自提',
  courier: '快递',
  'on-site': '到店',
})

/** The labels in a seller's settings. */
export const fulfilmentNotes: Record<Fulfilment, string> = translated('fulfilmentNotes', {
  local: '附近您自己送到门口',
  pickup: '买家自己来拿',
  courier: '寄到外地',
  'on-site': '住店、吃饭，人到店里来',
})

const paymentLabels: Record<PaymentMethod, (kind: Fulfilment) => string> = {
  'on-delivery': (kind) => (kind === 'courier' ? '货到付款' : '送到再付钱'),
  'on-pickup': (kind) => (kind === 'on-site' ? '到店付' : '来拿时付'),
  wechat: () => '微信支付',
  alipay: () => '支付宝',
}

/** The label of a payment method; in-person methods depend on the fulfilment. */
export const paymentWords = translated('paymentWords', (method: PaymentMethod, kind: Fulfilment): string =>
  paymentLabels[method](kind),
)

/** The freight line of an order: its name, and the text if it is free. */
export const freightWords = translated('freightWords', (kind: Fulfilment): { name: string; free: string } =>
  kind === 'courier' ? { name: '快递费', free: '包邮' } : { name: '送货费', free: '不收钱' },
)

/** Tells buyers when to pay, since nothing is paid when the order is placed. */
export const payLaterWords = translated('payLaterWords', (kind: Fulfilment): string =>
  kind === 'pickup'
    ? '现在不用付钱，来拿的时候再付'
    : kind === 'on-site'
      ? '现在不用付钱，到店再付'
      : '现在不用付钱，货到了再付',
)
