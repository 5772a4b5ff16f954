import type { Call } from '../../fields/field-table'
import { billCalls } from './bills'
import { onboardingCalls } from './onboarding'
import { paymentCalls } from './payments'
import { payoutCalls } from './payouts'
import { prepayCalls } from './prepay'
import { refundCalls } from './refunds'

export { envelope, notices } from './notices'

/** Every call that the server makes, or is going to make. */
export const calls: readonly Call[] = [
  ...[...prepayCalls, ...paymentCalls, ...refundCalls, ...billCalls],
  ...[...onboardingCalls, ...payoutCalls],
]

/** The tables that nothing uses now, as `table (role)`, and why. */
export const NOT_USED: Record<string, string> = {
  'prepay in WeChat, combined (platform)': 'combined orders were begun by earlier releases',
  'prepay in a browser, combined (platform)': 'combined orders were begun by earlier releases',
}
