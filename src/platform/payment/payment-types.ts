import type { BuyerPlace } from '@/domain/payment/payment-rights'

/** The parameters that open the till of a payment service, as the server prepared them. */
export type Till =
  | {
      kind: 'wechat-cashier'
      params: {
        appId: string
        timeStamp: string
        nonceStr: string
        package: string
        signType: 'RSA'
        paySign: string
      }
    }
  | { kind: 'redirect'; url: string }
  | QrTill

/** A QR code that a phone scans; only a page on a computer gets one. */
export interface QrTill {
  kind: 'qr-code'
  /** The code as a data URI. */
  image: string
}

/**
 * The way in which the till was closed, a hint only: the server knows whether the payment was made. `left`: the page was left for the
 * till and has been returned to.
 */
export type TillResult = 'finished' | 'cancelled' | 'failed' | 'left'

/** Paying online on this platform. */
export interface PaymentPlatform {
  place(): BuyerPlace
  /** The page to which a till that is a page returns; `undefined` where tills open above the page. */
  returnUrl(): string | undefined
  /** Returns the code with which WeChat's sign-in page returned, and removes it from the URL. */
  takeCode(): string | undefined
  openTill(till: Exclude<Till, QrTill>): Promise<TillResult>
}
