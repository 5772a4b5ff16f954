/** How goods are sent and paid for. An empty title shows the section's own words. */
export type DeliverySettings = {
  title: string
}

export const deliveryDefaults: DeliverySettings = { title: '' }
