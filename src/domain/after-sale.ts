import type { Step } from './transitions'

export const afterSaleStates = [
  'none',
  'asked',
  'agreed',
  'declined',
  'settled',
  'cancel-asked',
  'cancel-declined',
] as const
export type AfterSaleState = (typeof afterSaleStates)[number]

export const afterSaleActions = [
  'ask-refund',
  'withdraw',
  'agree',
  'decline',
  'settle',
  'ask-cancel',
  'withdraw-cancel',
  'agree-cancel',
  'decline-cancel',
] as const
export type AfterSaleAction = (typeof afterSaleActions)[number]

/**
 * A refund is asked by the buyer and answered by the owner; `settle` says that the money is back. An order that nobody
 * paid has no money to give back: its buyer asks to cancel it instead.
 */
export const afterSaleTransitions: Record<AfterSaleState, readonly Step<AfterSaleAction, AfterSaleState>[]> =
  {
    none: [
      { action: 'ask-refund', by: ['buyer'], to: 'asked' },
      { action: 'ask-cancel', by: ['buyer'], to: 'cancel-asked' },
    ],
    asked: [
      { action: 'agree', by: ['owner'], to: 'agreed' },
      { action: 'decline', by: ['owner'], to: 'declined' },
      { action: 'withdraw', by: ['buyer'], to: 'none' },
    ],
    agreed: [{ action: 'settle', by: ['owner', 'gateway'], to: 'settled' }],
    declined: [{ action: 'ask-refund', by: ['buyer'], to: 'asked' }],
    settled: [],
    'cancel-asked': [
      { action: 'agree-cancel', by: ['owner'], to: 'none' },
      { action: 'decline-cancel', by: ['owner'], to: 'cancel-declined' },
      { action: 'withdraw-cancel', by: ['buyer'], to: 'none' },
    ],
    'cancel-declined': [{ action: 'ask-cancel', by: ['buyer'], to: 'cancel-asked' }],
  }

/** Requests to cancel, open or answered; they end when the order is finished, paid or cancelled. */
export const isAboutCancelling = (state: AfterSaleState): boolean =>
  state === 'cancel-asked' || state === 'cancel-declined'

/** Refunds that wait for the owner: to be answered, then to be paid back. */
export const openRefunds = ['asked', 'agreed'] as const

export const isOpen = (state: AfterSaleState): boolean => openRefunds.some((open) => open === state)
