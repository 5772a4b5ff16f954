import type { Step } from './steps'

export const afterSaleStates = ['none', 'asked', 'agreed', 'declined', 'settled'] as const
export type AfterSaleState = (typeof afterSaleStates)[number]

export const afterSaleActions = ['ask-refund', 'withdraw', 'agree', 'decline', 'settle'] as const
export type AfterSaleAction = (typeof afterSaleActions)[number]

/** A refund is asked by the buyer and answered by the owner; `settle` says that the money is back. */
export const afterSaleSteps: Record<AfterSaleState, readonly Step<AfterSaleAction, AfterSaleState>[]> = {
  none: [{ action: 'ask-refund', by: ['buyer'], to: 'asked' }],
  asked: [
    { action: 'agree', by: ['owner'], to: 'agreed' },
    { action: 'decline', by: ['owner'], to: 'declined' },
    { action: 'withdraw', by: ['buyer'], to: 'none' },
  ],
  agreed: [{ action: 'settle', by: ['owner', 'gateway'], to: 'settled' }],
  declined: [{ action: 'ask-refund', by: ['buyer'], to: 'asked' }],
  settled: [],
}

/** Refunds that wait for the owner: to be answered, then to be paid back. */
export const openRefunds = ['asked', 'agreed'] as const

export const isOpen = (state: AfterSaleState): boolean => openRefunds.some((open) => open === state)
