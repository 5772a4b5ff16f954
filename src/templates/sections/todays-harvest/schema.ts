import { dayOrNone, integer, settings, shortText } from '../../setting-schemas'

export const schema = settings({ title: shortText, day: dayOrNone, category: shortText, most: integer(1, 6) })
