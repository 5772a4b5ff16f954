import type { SectionSample } from '../../section-sample'
import type { OpeningHoursSettings } from './settings'

export const openingHoursSample: SectionSample<OpeningHoursSettings> = {
  settings: { hours: '早八点到晚六点' },
}
