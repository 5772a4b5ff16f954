import type { SectionPlacement } from '../../section-placement'

/** Delivery and payment methods. An empty title shows the section's default title. */
export type DeliverySettings = {
  title: string
}

export const deliveryDefaults: DeliverySettings = { title: '' }

export const placement: SectionPlacement = { loading: 'core', order: 7 }
