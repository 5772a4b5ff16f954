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
