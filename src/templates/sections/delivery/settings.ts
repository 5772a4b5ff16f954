/** Delivery and payment methods. An empty title shows the section's default title. */
export type DeliverySettings = {
  title: string
}

export const deliveryDefaults: DeliverySettings = { title: '' }
