import type { KeyObject } from 'node:crypto'
import type { WechatPayRole } from '@/domain/payment/payment-rights'

/** A merchant that signs requests: a platform, a partner or a self-hosted shop. */
export interface SigningMerchant {
  role: WechatPayRole
  mchid: string
  /** Serial number of its API certificate. */
  serial: string
  publicKey: KeyObject
  /** The 32-byte APIv3 key. */
  apiKey: string
  /** The appids bound to it. */
  appids: readonly string[]
  /** The sellers it has taken on, each with the appids bound to the seller; a self-hosted shop has none. */
  sellers: Record<string, readonly string[]>
  /** True when H5 payment is granted. */
  allowsH5: boolean
}

/** The refusal of a request, as WeChat Pay answers it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: object,
  ) {
    super(message)
  }
}

/** Checks that an appid is bound to the signing merchant, or to its seller. @throws Refusal */
export function checkAppid({ appids, sellers }: SigningMerchant, appid: string, seller?: string): void {
  const bound = seller === undefined ? appids : [...appids, ...(sellers[seller] ?? [])]
  if (!bound.includes(appid)) throw new Refusal(400, 'APPID_MCHID_NOT_MATCH', '商户号与appid不匹配')
}

/** Checks that the signing merchant has taken on a seller. @throws Refusal */
export function checkSeller({ mchid, sellers }: SigningMerchant, seller: string): void {
  if (seller === mchid) throw new Refusal(400, 'PARAM_ERROR', '子商户号与服务商商户号不能相同')
  if (!(seller in sellers)) throw new Refusal(403, 'NO_AUTH', '商户未授权服务商')
}
