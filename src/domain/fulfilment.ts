/** How goods reach the buyer: `local` brought home, `pickup`, `courier`, `on-site` (an inn, a meal). */
export const fulfilments = ['local', 'pickup', 'courier', 'on-site'] as const
export type Fulfilment = (typeof fulfilments)[number]

/** Where the goods go to a door, an address is needed. */
export const needsAddress = (kind: Fulfilment): boolean => kind === 'local' || kind === 'courier'

/** A room or a meal is for a day. */
export const needsDate = (kind: Fulfilment): boolean => kind === 'on-site'
