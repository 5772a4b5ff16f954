import { settings, shortText } from '../../setting-schemas'

export const schema = settings({
  title: shortText,
  /** "早上 8 点到晚上 8 点" */
  hours: shortText,
  /** "周一歇" */
  rest: shortText,
})
