import { integer, settings, shortText } from '../../settings-schema'

export const schema = settings({ title: shortText, most: integer(1, 8) })
