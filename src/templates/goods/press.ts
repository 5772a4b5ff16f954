import { pressable } from '@/platform/a11y/pressable'
import type { SectionContext } from '../section'

/** What makes a View tappable, unless the scene is still or can only be looked at. */
export const press = (
  context: SectionContext,
  ...how: Parameters<typeof pressable>
): Record<string, unknown> => (context.still || context.viewOnly ? {} : pressable(...how))
