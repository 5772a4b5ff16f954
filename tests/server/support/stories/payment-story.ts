import type { WechatPayRole } from '@/domain/payment/payment-rights'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import type { ApiClient } from '../api-client'
import { createPaymentEnvironment, grantWechatPay, type PaymentEnvironment } from '../payments'
import type { EnvironmentOptions } from '../test-environment'
import type { OpenedShop } from '../test-shop'
import { wechatWithServiceAccount } from '../wechat'
import { openPayingShop, type PayingShop } from './paying-shop'

export const MINUTE = 60_000

/** The server, the shop and the buyer of the test that runs. */
export let env: PaymentEnvironment
export let paying: PayingShop
export let shop: OpenedShop
export let buyer: ApiClient

/** Opens a shop that takes WeChat Pay in a role; `others` are roles that the server has as well. The ledger is checked when the test ends. */
export async function setUp(
  role: WechatPayRole = 'platform',
  { others = [], ...options }: EnvironmentOptions & { others?: WechatPayRole[] } = {},
): Promise<void> {
  const wechat = wechatWithServiceAccount(`wx${role}0001`)
  env = await createPaymentEnvironment([role, ...others], { wechat, ...options })
  paying = await openPayingShop(env)
  ;({ shop, buyer } = paying)
  await grantWechatPay(env, shop.shopId, { role, merchant: env.merchant })
}

export async function tearDown(): Promise<void> {
  expect((await checkLedger(env.deps.db)).differences).toEqual([])
  await env.close()
}
