import {
  type Field,
  integer,
  type Message,
  may,
  must,
  mustIf,
  type NoticeTable,
  object,
  text,
} from '../../fields/field-table'
import { combinedPayment, directPayment, partnerPayment } from './payments'
import { CENT, ID, REFUND_NO, TIME, TRADE_NO } from './shared'

/** What is around the encrypted resource of every notice. */
export const envelope = (event: string): Field[] => [
  text('id', must, { max: 36 }),
  text('create_time', must, { ...TIME, max: 32 }),
  text('event_type', must, { max: 32, values: EVENTS }),
  text('resource_type', must, { max: 32, values: ['encrypt-resource'] }),
  // sixteen characters for refunds
  text('summary', must, { max: event.startsWith('REFUND') ? 16 : 64 }),
  object('resource', must),
  text('resource.original_type', must, { max: 16, values: ['transaction', 'refund'] }),
  text('resource.algorithm', must, { max: 32, values: ['AEAD_AES_256_GCM'] }),
  text('resource.ciphertext', must, { max: 1_048_576 }),
  text('resource.associated_data', may, { max: 16 }),
  text('resource.nonce', must, { max: 16 }),
]

const REFUNDS = ['REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED']
const EVENTS = ['TRANSACTION.SUCCESS', ...REFUNDS]

const isDone = ({ refund_status }: Message) => refund_status === 'SUCCESS'

const refund: readonly Field[] = [
  text('out_trade_no', must, TRADE_NO),
  text('transaction_id', must, ID),
  text('out_refund_no', must, REFUND_NO),
  text('refund_id', must, ID),
  // an earlier edition calls a closed refund CLOSE
  text('refund_status', must, { max: 16, values: ['SUCCESS', 'CLOSED', 'CLOSE', 'ABNORMAL'] }),
  text('success_time', mustIf(isDone), TIME),
  text('user_received_account', must, { max: 64 }),
  object('amount', must),
  integer('amount.total', must, CENT),
  integer('amount.refund', must, CENT),
  integer('amount.payer_total', must),
  integer('amount.payer_refund', must),
]

const sellers: readonly Field[] = [text('sp_mchid', must, ID), text('sub_mchid', must, ID)]

export const notices: readonly NoticeTable[] = [
  {
    name: 'notice of a payment, direct',
    ...{
      events: ['TRANSACTION.SUCCESS'],
      docs: { direct: 'docs/merchant/apis/h5-payment/payment-notice.html' },
    },
    fields: directPayment,
  },
  {
    name: 'notice of a payment, partner',
    ...{ events: ['TRANSACTION.SUCCESS'], fields: partnerPayment },
    docs: {
      partner: 'docs/partner/apis/partner-h5-payment/payment-notice.html',
      platform: 'docs/partner/apis/partner-h5-payment/payment-notice.html',
    },
  },
  {
    name: 'notice of a combined payment',
    ...{ events: ['TRANSACTION.SUCCESS'], fields: combinedPayment },
    docs: { platform: 'docs/partner/apis/combine-payment-identity/orders/payment-notice.html' },
  },
  {
    name: 'notice of a refund, direct',
    ...{ events: REFUNDS, fields: [text('mchid', must, ID), ...refund] },
    docs: { direct: 'docs/merchant/apis/weixin-pay-score-no-confirm/refund-result-notice.html' },
    unverified:
      'the stored pages end before the fields of the resource, which come from their edition of 2021',
  },
  {
    name: 'notice of a refund',
    ...{ events: REFUNDS, docs: { partner: 'partner/4013163616' }, fields: [...sellers, ...refund] },
    unverified:
      'the stored pages end before the fields of the resource, which come from their edition of 2021',
  },
  {
    name: 'notice of a refund, platform',
    ...{ events: REFUNDS, docs: { platform: 'partner/4013163616' } },
    unverified: 'the page of platforms could not be read; the fields come from its edition of 2020',
    fields: [
      ...[...sellers, ...refund],
      text('refund_account', may, {
        ...{ max: 32, values: ['REFUND_SOURCE_PARTNER_ADVANCE', 'REFUND_SOURCE_SUB_MERCHANT'] },
      }),
    ],
  },
]
