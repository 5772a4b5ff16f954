import type { Transition } from './transitions'

/**
 * The states of an order after its sale. `offered`: the seller offers a part of what the buyer asked for. `returning`: the buyer sends the
 * goods back; `sent-back`: they are on their way. `resending`: the seller sends goods again. `agreed`: money is to be returned.
 */
export const afterSaleStates = [
  'none',
  'asked',
  'return-asked',
  'resend-asked',
  'offered',
  'returning',
  'sent-back',
  'resending',
  'agreed',
  'declined',
  'settled',
  'cancel-asked',
  'cancel-declined',
] as const
export type AfterSaleState = (typeof afterSaleStates)[number]

export const claimActions = [
  'ask-refund',
  'ask-return',
  'ask-resend',
  'withdraw',
  'agree',
  'agree-return',
  'agree-resend',
  'offer',
  'accept-offer',
  'decline',
  'send-back',
  'receive',
  'resend',
  'pay-instead',
  'settle',
] as const
export type ClaimAction = (typeof claimActions)[number]

export const isClaimAction = (action: string): action is ClaimAction =>
  claimActions.some((one) => one === action)

export const afterSaleActions = [
  ...claimActions,
  'ask-cancel',
  'withdraw-cancel',
  'agree-cancel',
  'decline-cancel',
] as const
export type AfterSaleAction = (typeof afterSaleActions)[number]

export const isAfterSaleAction = (action: string): action is AfterSaleAction =>
  afterSaleActions.some((one) => one === action)

/**
 * What other steps of an order do to its claim or request: `end` it with the order or its delivery, `grant` it when all money is returned, or
 * `restore` what an undone step had ended.
 */
export type AfterSaleEffect = 'end' | 'grant' | 'restore-asked' | 'restore-declined'

type Step = Transition<AfterSaleAction | AfterSaleEffect, AfterSaleState>

const ask: readonly Step[] = [
  { action: 'ask-refund', by: ['buyer'], to: 'asked' },
  { action: 'ask-return', by: ['buyer'], to: 'return-asked' },
  { action: 'ask-resend', by: ['buyer'], to: 'resend-asked' },
]
const askCancel: Step = { action: 'ask-cancel', by: ['buyer'], to: 'cancel-asked' }
const offer: Step = { action: 'offer', by: ['owner'], to: 'offered' }
const decline: Step = { action: 'decline', by: ['owner'], to: 'declined' }
const withdraw: Step = { action: 'withdraw', by: ['buyer'], to: 'none' }
/** The buyer's silence withdraws. */
const withdrawBySilence: Step = { ...withdraw, by: ['buyer', 'system'] }
const end: Step = { action: 'end', by: ['system'], to: 'none' }
/** How a claim follows its order when that is refunded as a whole, or never paid. */
const follow: readonly Step[] = [{ action: 'grant', by: ['system'], to: 'agreed' }, end]
const restoreRequest: Step = { action: 'restore-asked', by: ['system'], to: 'cancel-asked' }
const restoreDeclined: Step = { action: 'restore-declined', by: ['system'], to: 'cancel-declined' }

/**
 * The buyer asks for money, for money against the goods, or for other goods, and the owner answers. What the system may do happens when
 * nobody answers for three days: the owner's silence agrees, the buyer's withdraws; or it is an effect of another step. For an order that is
 * not sent, or not paid, the buyer asks for cancellation instead.
 */
export const afterSaleTransitions: Record<AfterSaleState, readonly Step[]> = {
  none: [...ask, askCancel, restoreRequest, restoreDeclined],
  asked: [{ action: 'agree', by: ['owner', 'system'], to: 'agreed' }, offer, decline, withdraw, ...follow],
  'return-asked': [
    { action: 'agree-return', by: ['owner', 'system'], to: 'returning' },
    offer,
    decline,
    withdraw,
    ...follow,
  ],
  'resend-asked': [
    { action: 'agree-resend', by: ['owner', 'system'], to: 'resending' },
    offer,
    decline,
    withdraw,
    ...follow,
  ],
  offered: [{ action: 'accept-offer', by: ['buyer'], to: 'agreed' }, withdrawBySilence, ...follow],
  returning: [{ action: 'send-back', by: ['buyer'], to: 'sent-back' }, withdrawBySilence, ...follow],
  'sent-back': [{ action: 'receive', by: ['owner', 'system'], to: 'agreed' }, decline, ...follow],
  resending: [
    { action: 'resend', by: ['owner'], to: 'settled' },
    // what is not sent again is paid back
    { action: 'pay-instead', by: ['owner', 'system'], to: 'agreed' },
    withdraw,
    ...follow,
  ],
  agreed: [{ action: 'settle', by: ['owner', 'gateway'], to: 'settled' }, end],
  declined: ask,
  settled: ask,
  'cancel-asked': [
    { action: 'agree-cancel', by: ['owner', 'system'], to: 'none' },
    { action: 'decline-cancel', by: ['owner'], to: 'cancel-declined' },
    { action: 'withdraw-cancel', by: ['buyer'], to: 'none' },
    end,
  ],
  'cancel-declined': [...ask, askCancel, end, restoreRequest],
}

export type CancelRequestState = Extract<AfterSaleState, 'cancel-asked' | 'cancel-declined'>

/** True for a cancellation request; it ends when the order is finished, paid or cancelled. */
export const isAboutCancelling = (state: AfterSaleState): state is CancelRequestState =>
  state === 'cancel-asked' || state === 'cancel-declined'

/** States in which a buyer has asked for money or goods and nothing is decided. */
const undecided = [
  'asked',
  'return-asked',
  'resend-asked',
  'offered',
  'returning',
  'sent-back',
  'resending',
] as const

/** True while a claim is neither decided nor withdrawn. */
export const isUndecided = (state: AfterSaleState): boolean => undecided.some((open) => open === state)

/** States of claims that need an action of the owner: an answer, goods, or the repayment. */
export const openClaims = [
  'asked',
  'return-asked',
  'resend-asked',
  'sent-back',
  'resending',
  'agreed',
] as const

/** True while a claim is not over. */
export const isOpen = (state: AfterSaleState): boolean => isUndecided(state) || state === 'agreed'
