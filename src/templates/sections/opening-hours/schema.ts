import { settings, shortText } from '../../settings-schema'
import { type OpeningHoursSettings, openingHoursDefaults } from './settings'

export const kind = 'opening-hours'
export const defaults: OpeningHoursSettings = openingHoursDefaults
export const schema = settings({ title: shortText, hours: shortText, rest: shortText })
