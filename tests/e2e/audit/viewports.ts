import type { Kind } from '../journey/test-environment'
import { SCREENS } from '../phone/phone'
import type { Viewport } from './viewport'

const both = (screen: { width: number; height: number }): Viewport[] => [
  { ...screen, type: 1 },
  { ...screen, type: 2 },
]

/** The viewports of the audit: three sizes, each with normal and doubled text. */
export const VIEWPORTS: Record<Kind, Viewport[]> = {
  h5: Object.values(SCREENS).flatMap(both),
  weapp: Object.values(SCREENS).flatMap(both),
}
