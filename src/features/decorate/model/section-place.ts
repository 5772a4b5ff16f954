import type { Id } from '@/domain/id'

/** Names a section of a shop: a recording waits under it, a photo is on its way to it. */
export const sectionPlace = (shopId: Id, sectionId: string): string => `${shopId} ${sectionId}`
