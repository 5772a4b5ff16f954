import type { Transition } from './transitions'

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
 * The buyer asks for a refund and the owner answers; `settle` records that the money was returned. For an unpaid order
 * the buyer asks for cancellation instead.
 */
export const afterSaleTransitions: Record<
  AfterSaleState,
  readonly Transition<AfterSaleAction, AfterSaleState>[]
> = {
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

/** True for an open or declined cancellation request; it ends when the order is finished, paid or cancelled. */
export const isAboutCancelling = (state: AfterSaleState): boolean =>
  state === 'cancel-asked' || state === 'cancel-declined'

/** Refund states that need an action of the owner: an answer, then the repayment. */
export const openRefunds = ['asked', 'agreed'] as const

export const isOpen = (state: AfterSaleState): boolean => openRefunds.some((open) => open === state)
