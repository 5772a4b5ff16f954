import type { SectionSample } from '../../section-sample'
import type { TodaysHarvestSettings } from './settings'

export const todaysHarvestSample: SectionSample<TodaysHarvestSettings> = { settings: { day: '2026-11-25' } }
