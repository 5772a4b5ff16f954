import type { SharedPart } from '@/domain/shop/help'

/** The parts of a shop that an owner shares with a helper. */
export const sharedPartWords: Record<SharedPart, string> = {
  products: '货和价钱',
  settings: '店名、公告、送货',
  contact: '店里电话和微信号',
  look: '店的样子',
}
