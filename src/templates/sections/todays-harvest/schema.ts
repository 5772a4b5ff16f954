import { dayOrNone, integer, settings, shortText } from '../../settings-schema'
import { type TodaysHarvestSettings, todaysHarvestDefaults } from './settings'

export const kind = 'todays-harvest'
export const defaults: TodaysHarvestSettings = todaysHarvestDefaults
export const schema = settings({ title: shortText, day: dayOrNone, category: shortText, most: integer(1, 6) })
