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

/** The tables that nothing uses yet, as `table (role)`, and why. */
export const NOT_YET_USED: Record<string, string> = {
  'prepay by QR code, direct (direct)': 'a computer’s checkout does not offer a QR code yet',
  'prepay by QR code, partner (partner)': 'a computer’s checkout does not offer a QR code yet',
  'prepay by QR code, partner (platform)': 'a computer’s checkout does not offer a QR code yet',
  'prepay in WeChat, partner (platform)': 'a platform still combines its payments',
  'prepay in a browser, partner (platform)': 'a platform still combines its payments',
  'query a payment, partner (platform)': 'a platform still combines its payments',
  'close a payment, partner (platform)': 'a platform still combines its payments',
  'notice of a payment, partner (platform)': 'a platform still combines its payments',
  'refund to a card (direct)': 'a refund that a buyer’s account refused is settled by hand',
  'refund to a card (partner)': 'a refund that a buyer’s account refused is settled by hand',
  'refund to a card, platform (platform)': 'a refund that a buyer’s account refused is settled by hand',
  'balance of a seller (platform)': 'sellers are paid out by WeChat Pay’s own switch',
  'payout (platform)': 'sellers are paid out by WeChat Pay’s own switch',
  'query a payout (platform)': 'sellers are paid out by WeChat Pay’s own switch',
  'platform certificates (direct)': 'certificates are part of the settings',
  'platform certificates (partner)': 'certificates are part of the settings',
  'platform certificates (platform)': 'certificates are part of the settings',
}
