import type { Id } from '@/domain/id'

/** The key under which a section's pending recording and photos are stored. */
export const sectionSlot = (shopId: Id, sectionId: string): string => `${shopId} ${sectionId}`
