import type { SectionSample } from '../../section-sample'
import type { GroupOrderSettings } from './settings'

export const groupOrderSample: SectionSample<GroupOrderSettings> = { settings: { until: '2026-12-31' } }
