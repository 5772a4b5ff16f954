import { translated } from '../translation'

/** What opening a shop or placing an order agrees to. */
export const agreementWords = translated('agreementWords', {
  open: '开张就是同意《服务协议》和《平台规则》',
  order: '下单就是同意《服务协议》和《隐私政策》',
} as const)
