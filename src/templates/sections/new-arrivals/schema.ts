import { integer, settings, shortText } from '../../settings-schema'
import { type NewArrivalsSettings, newArrivalsDefaults } from './settings'

export const kind = 'new-arrivals'
export const defaults: NewArrivalsSettings = newArrivalsDefaults
export const schema = settings({ title: shortText, most: integer(1, 8) })
