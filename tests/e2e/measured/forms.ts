import { SCREENS } from '../phone/phone'
import type { Kind } from '../story/world'
import type { Form } from './form'

const both = (screen: { width: number; height: number }): Form[] => [
  { ...screen, type: 1 },
  { ...screen, type: 2 },
]

/** Every form a screen is measured in: three windows, each with normal and with doubled type. */
export const FORMS: Record<Kind, Form[]> = {
  h5: Object.values(SCREENS).flatMap(both),
  weapp: Object.values(SCREENS).flatMap(both),
}

/**
 * The narrowest window, where things are first too long, once for each kind. Both have the same styles, so one has the
 * large type, under which rows break, and the other the normal one, under which targets are smallest.
 */
export const NARROW: Record<Kind, Form[]> = {
  h5: [{ ...SCREENS.small, type: 2 }],
  weapp: [{ ...SCREENS.small, type: 1 }],
}
