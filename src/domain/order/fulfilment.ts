/** The ways in which goods reach the buyer: `local` (delivered by the shop), `pickup`, `courier`, `on-site` (an inn, a meal). */
export const fulfilments = ['local', 'pickup', 'courier', 'on-site'] as const
export type Fulfilment = (typeof fulfilments)[number]

export const needsAddress = (kind: Fulfilment): boolean => kind === 'local' || kind === 'courier'

/** A room or a meal is booked for a day. */
export const needsDate = (kind: Fulfilment): boolean => kind === 'on-site'
