import { SCREENS } from '../phone/phone'
import type { Form } from './form'

/** Every form a screen is measured in: three windows, each with normal and with doubled type. */
export const FORMS: Form[] = Object.values(SCREENS).flatMap((screen) => [
  { ...screen, type: 1 } as const,
  { ...screen, type: 2 } as const,
])

/** The narrowest window, where things are first too long: what is sound here is nearly always sound in a wider one. */
export const NARROW: Form[] = FORMS.filter(({ width }) => width === SCREENS.small.width)
