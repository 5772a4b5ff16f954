import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Delivery and payment methods. An empty title shows the section's default title. */
export type DeliverySettings = SettingsOf<typeof schema>

export const deliveryDefaults: DeliverySettings = { title: '' }

export const placement: SectionPlacement = { loading: 'core', order: 7 }
