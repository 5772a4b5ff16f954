/** The steps of a shop's own mini-program from its filing (备案) to its release, in their order. */
export const ownAppSteps = ['filing', 'category', 'payment', 'audit', 'release'] as const
export type OwnAppStep = (typeof ownAppSteps)[number]

/** The states of a step: not begun, under review, sent back, done. */
export const ownAppStates = ['waiting', 'underway', 'refused', 'done'] as const
export type OwnAppState = (typeof ownAppStates)[number]

export type OwnAppStates = Record<OwnAppStep, OwnAppState>

/** What WeChat misses before a mini-program can be filed: its name and picture, its category, its verification (认证). */
export const filingGaps = ['info', 'category', 'verification'] as const
export type FilingGap = (typeof filingGaps)[number]

/** The longest words of an operator about a step, or of WeChat about a filing. */
export const MAX_OWN_APP_NOTE_LENGTH = 500

/** The step on which the release waits: one that was sent back, else the first that is not done; `undefined` when all are. */
export const currentStep = (states: OwnAppStates): OwnAppStep | undefined =>
  ownAppSteps.find((step) => states[step] === 'refused') ??
  ownAppSteps.find((step) => states[step] !== 'done')
