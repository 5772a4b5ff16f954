import type { SharedPart } from '@/domain/help'

/** The parts of a shop that an owner shares with a helper. */
export const sharedPartWords: Record<SharedPart, string> = {
  products: '货和价钱',
  settings: '店名、送货、电话',
  look: '店的样子',
}
