import { integerAt, requireText, textAt } from '../fields'
import { GatewayError } from '../payment-gateway'
import type { GatewayPayout, Payouts } from '../payouts'
import { type ClientDependencies, WechatPayClient } from './client'
import type { WechatPaySettings } from './gateway'

/**
 * `SUCCESS` may become `REFUND` within seven working days. `INIT` asks for the same request again, so it has no state.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4012476656 (`status`)
 */
const STATES: Record<string, GatewayPayout['state']> = {
  CREATE_SUCCESS: 'processing',
  SUCCESS: 'done',
  FAIL: 'failed',
  CLOSE: 'failed',
  REFUND: 'returned',
}

const UNKNOWN_PAYOUT = ['RESOURCE_NOT_EXISTS', 'ORDER_NOT_EXIST', 'NOT_FOUND']

/** The account into which buyers pay. Source: https://pay.weixin.qq.com/doc/v3/partner/4012476652 (`account_type`) */
const ACCOUNT = 'BASIC'

/** Creates the client that pays out the sellers of a platform (二级商户预约提现). */
export function createWechatPayouts(
  { baseUrl, merchant, keys }: WechatPaySettings,
  deps: ClientDependencies,
): Payouts {
  const client = new WechatPayClient({ baseUrl, merchant, keys }, deps)
  const path = '/v3/ecommerce/fund'

  return {
    async readAvailable(seller) {
      const reply = await client.call('GET', `${path}/balance/${seller}?account_type=${ACCOUNT}`)
      const available = integerAt(reply, 'available_amount')
      if (available === undefined)
        throw new GatewayError('unavailable', 'BAD_REPLY', 'the reply has no available_amount')
      return available
    },

    async payOut({ number, merchant: seller, amount }) {
      const body = { sub_mchid: seller, out_request_no: number, amount, account_type: ACCOUNT }
      await client.call('POST', `${path}/withdraw`, body)
    },

    async query({ number, merchant: seller }) {
      try {
        const reply = await client.call(
          'GET',
          `${path}/withdraw/out-request-no/${number}?sub_mchid=${seller}`,
        )
        const status = requireText(reply, 'status')
        if (status === 'INIT') return undefined
        // one with an unknown status is queried again
        return { state: STATES[status] ?? 'processing', reason: textAt(reply, 'reason') }
      } catch (error) {
        if (error instanceof GatewayError && UNKNOWN_PAYOUT.includes(error.code)) return undefined
        throw error
      }
    },
  }
}
