import type { Shop } from '@/domain/shop/shop'

export const shopId = '01J0000000000000000000SH0P'

export const shop = (more: Partial<Shop> = {}): Shop => ({
  id: shopId,
  slug: 'abc123',
  version: 5,
  trade: 'nuts',
  name: '家乡山货铺',
  phone: '13800006021',
  fulfilments: ['local', 'pickup'],
  payments: ['on-delivery', 'on-pickup'],
  freight: { fee: 300, freeOver: 9900 },
  openedAt: 1,
  ...more,
})
