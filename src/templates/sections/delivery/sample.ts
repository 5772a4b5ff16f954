import type { SectionSample } from '../../section-sample'
import type { DeliverySettings } from './settings'

export const deliverySample: SectionSample<DeliverySettings> = { settings: {} }
