import { integer, settings, shortText } from '../../settings-schema'

export const schema = settings({ title: shortText, category: shortText, most: integer(2, 12) })
