import type { WechatGateway } from '../../../server/gateways/wechat'
import { REDIRECTING_WECHAT_PAY } from './payments'

/** Calls of the real world's gateways. */
export const gatewayCalls: string[] = []

/** A gateway that notes its calls. */
const spied = <T extends object>(gateway: T): T =>
  Object.fromEntries(
    Object.entries(gateway).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? (...args: unknown[]) => {
            gatewayCalls.push(name)
            return (value as (...all: unknown[]) => unknown)(...args)
          }
        : value,
    ]),
  ) as T

export const wechat: WechatGateway = spied({ appid: 'wxreal', codeToOpenid: async (code: string) => code })
export const payments = {
  ...REDIRECTING_WECHAT_PAY,
  wechat: Object.fromEntries(
    Object.entries(REDIRECTING_WECHAT_PAY.wechat).map(([role, one]) => [
      role,
      { ...one, gateway: spied(one.gateway) },
    ]),
  ),
}
