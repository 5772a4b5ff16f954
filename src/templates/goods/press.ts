import { pressable } from '@/platform/a11y/pressable'
import type { Scene } from '../section'

/** What makes a View tappable, unless the scene is still or can only be looked at. */
export const press = (scene: Scene, ...how: Parameters<typeof pressable>): Record<string, unknown> =>
  scene.still || scene.viewOnly ? {} : pressable(...how)
