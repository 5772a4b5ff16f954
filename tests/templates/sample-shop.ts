import type { Product } from '@/domain/product/product'
import type { SectionContext, SectionShop } from '@/templates/section'

export const sampleShop: SectionShop = {
  name: '样品小店',
  place: '样品镇下街',
  phone: '13800000000',
  trade: 'nuts',
  fulfilments: ['local', 'pickup'],
  payments: ['on-delivery', 'on-pickup'],
  freight: { fee: 300, freeOver: 9900 },
  pickupPlace: '镇服务站',
}

export const sampleProduct = (at: number, change: Partial<Product> = {}): Product => ({
  id: `product-${at}`,
  version: 1,
  name: `样品${at}号`,
  unit: '斤',
  photos: [],
  skus: [{ id: `sku-${at}`, price: 2500, stock: 10 }],
  onSale: true,
  createdAt: 0,
  ...change,
})

export const sampleProducts = (count: number): Product[] =>
  Array.from({ length: count }, (_, at) => sampleProduct(at + 1))

export const sampleContext = (change: Partial<SectionContext> = {}): SectionContext => ({
  isInert: false,
  category: null,
  chooseCategory: () => undefined,
  photoUrl: (photo, width) => `/photos/${photo.hash}-${width}.webp`,
  cropUrl: (photo, crop) => `/photos/${photo.hash}-${crop}.webp`,
  useQuantity: () => 0,
  remove: () => undefined,
  add: () => undefined,
  openProduct: () => undefined,
  callShop: () => undefined,
  ...change,
})
