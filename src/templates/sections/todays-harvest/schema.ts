import { dayOrNone, integer, settings, shortText } from '../../setting-schemas'

export const schema = settings({
  title: shortText,
  /** `YYYY-MM-DD`, or empty. */
  day: dayOrNone,
  category: shortText,
  most: integer(1, 6),
})
