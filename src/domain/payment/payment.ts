import type { Transition } from '../order/transitions'

/** Paid in person, without payment in advance. */
const inPersonMethods = ['on-delivery', 'on-pickup'] as const
/** Paid through a gateway. */
export const onlineMethods = ['wechat', 'alipay'] as const
export type OnlineMethod = (typeof onlineMethods)[number]

export const paymentMethods = [...inPersonMethods, ...onlineMethods] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** `due`: to be collected in person. `pending`: waits for the gateway's notice. `void`: will never be collected. */
export const paymentStates = ['due', 'pending', 'paid', 'refunding', 'refunded', 'void'] as const
export type PaymentState = (typeof paymentStates)[number]

/** The states of a payment whose money has been received. */
export const receivedStates: readonly PaymentState[] = ['paid', 'refunding', 'refunded']

export const paymentActions = [
  'collect',
  'confirm',
  'choose-in-person',
  'void',
  'refund',
  'settle-refund',
  'give-back',
  'undo-collect',
] as const
export type PaymentAction = (typeof paymentActions)[number]

/** The owner collects and refunds cash; only the gateway's signed notice confirms an online payment or its refund. */
export const paymentTransitions: Record<PaymentState, readonly Transition<PaymentAction, PaymentState>[]> = {
  due: [
    { action: 'collect', by: ['owner'], to: 'paid' },
    { action: 'void', by: ['system'], to: 'void' },
  ],
  pending: [
    { action: 'confirm', by: ['gateway'], to: 'paid' },
    { action: 'choose-in-person', by: ['buyer'], to: 'due' },
    { action: 'void', by: ['system'], to: 'void' },
  ],
  paid: [
    { action: 'refund', by: ['system'], to: 'refunding' },
    { action: 'give-back', by: ['owner'], to: 'refunded' },
    { action: 'undo-collect', by: ['owner'], to: 'due' },
  ],
  refunding: [
    { action: 'settle-refund', by: ['gateway'], to: 'refunded' },
    { action: 'give-back', by: ['owner'], to: 'refunded' },
  ],
  refunded: [],
  void: [],
}

/** The history action of a buyer who chooses another payment method for an order, and how often one may. */
export const CHANGE_METHOD = 'change-method'
export const MAX_METHOD_CHANGES = 10

/** True for methods paid in person, without payment in advance. */
export const isPaidInPerson = (method: PaymentMethod): boolean =>
  (inPersonMethods as readonly PaymentMethod[]).includes(method)

/** Puts methods into the order that a shop has them in; further ones follow. */
export const keepOrder = (
  known: readonly PaymentMethod[],
  methods: readonly PaymentMethod[],
): PaymentMethod[] => [
  ...known.filter((method) => methods.includes(method)),
  ...methods.filter((method) => !known.includes(method)),
]

/** True if neither an in-person nor an online payment has been made. */
export const isUnpaid = (state: PaymentState): boolean => state === 'due' || state === 'pending'

export const firstPaymentState = (method: PaymentMethod): PaymentState =>
  isPaidInPerson(method) ? 'due' : 'pending'
