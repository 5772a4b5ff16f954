import { dayOrNone, integer, settings, shortText } from '../../settings-schema'

export const schema = settings({ title: shortText, day: dayOrNone, category: shortText, most: integer(1, 6) })
