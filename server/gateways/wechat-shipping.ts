import { OFFSET_MINUTES } from '@/domain/day'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Parcel } from '@/domain/order/parcel'
import { maskPhone } from '@/domain/receiver/mask'
import { refusalOf, type WechatClient } from './wechat-client'

/** The content of a shipping report: an order that was sent. */
export interface ShippingReport {
  /** The mini-program in which the order was paid, and the payer's openid within it. */
  appid: string
  openid: string
  /** WeChat Pay's number of the payment. */
  transactionId: string
  fulfilment: Fulfilment
  /** Shown to the buyer; cut off at 120 characters. */
  goods: string
  /** Present for `courier`. */
  parcel?: Parcel | undefined
  receiverPhone: string
  /** Epoch milliseconds; a correction has a later time. */
  at: number
}

/** WeChat's shipping reports (发货信息管理). WeChat pays a seller out after the report of the order. */
export interface WechatShipping {
  /** Reports an order, or corrects its report once. @throws GatewayError when WeChat refuses it or does not answer. */
  report(report: ShippingReport): Promise<void>
}

/** WeChat has the report already, or takes no other one: 已完成发货, 已使用重新发货机会, 发货信息未更新. */
const KNOWN_ERRORS = [10060002, 10060003, 10060023]

const LOGISTICS_TYPES: Record<Fulfilment, number> = { courier: 1, local: 2, 'on-site': 3, pickup: 4 }

const MAX_GOODS_LENGTH = 120

/** RFC 3339 with milliseconds, as WeChat compares the times of reports. */
const chinaTime = (at: number): string =>
  new Date(at + OFFSET_MINUTES * 60_000).toISOString().replace('Z', '+08:00')

/**
 * The body of a report. SF Express needs a contact.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo
 */
export const bodyOf = ({
  openid,
  transactionId,
  fulfilment,
  goods,
  parcel,
  receiverPhone,
  at,
}: ShippingReport) => ({
  order_key: { order_number_type: 2, transaction_id: transactionId },
  logistics_type: LOGISTICS_TYPES[fulfilment],
  delivery_mode: 1,
  shipping_list: [
    {
      item_desc: [...goods].slice(0, MAX_GOODS_LENGTH).join(''),
      ...(parcel ? { tracking_no: parcel.waybill, express_company: parcel.carrier } : {}),
      ...(parcel?.carrier === 'SF' ? { contact: { receiver_contact: maskPhone(receiverPhone) } } : {}),
    },
  ],
  upload_time: chinaTime(at),
  payer: { openid },
})

export const createWechatShipping = (client: WechatClient): WechatShipping => ({
  async report(report) {
    const answer = await client.post(report.appid, '/wxa/sec/order/upload_shipping_info', bodyOf(report))
    if (Number(answer.errcode) !== 0 && !KNOWN_ERRORS.includes(Number(answer.errcode)))
      throw refusalOf(answer)
  },
})
