import { pressable } from '@/platform/a11y/aria'
import type { SectionContext } from '../section'

/** The props that make a View pressable; none if the context is inert or view-only. */
export const pressableIn = (
  context: SectionContext,
  ...how: Parameters<typeof pressable>
): Record<string, unknown> => (context.isInert || context.isViewOnly ? {} : pressable(...how))
