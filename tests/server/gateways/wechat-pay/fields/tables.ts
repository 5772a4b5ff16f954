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
  'balance of a seller (platform)': 'sellers are paid out by WeChat Pay’s own switch',
  'payout (platform)': 'sellers are paid out by WeChat Pay’s own switch',
  'query a payout (platform)': 'sellers are paid out by WeChat Pay’s own switch',
  'platform certificates (direct)': 'certificates are part of the settings',
  'platform certificates (partner)': 'certificates are part of the settings',
  'platform certificates (platform)': 'certificates are part of the settings',
}
