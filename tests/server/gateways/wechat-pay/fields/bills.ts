import { type Call, type Field, list, may, must, object, text } from '../../fields/field-table'
import { TIME } from './shared'

const LENGTHS_UNVERIFIED =
  'the stored document leaves out the parts of `data`; the lengths are those of the global edition'

const certificates: readonly Field[] = [
  list('data', must),
  text('data[].serial_no', must, { max: 40, pattern: /^[0-9A-F]+$/, unverified: LENGTHS_UNVERIFIED }),
  text('data[].effective_time', must, { ...TIME, max: 32, unverified: LENGTHS_UNVERIFIED }),
  text('data[].expire_time', must, { ...TIME, max: 32, unverified: LENGTHS_UNVERIFIED }),
  object('data[].encrypt_certificate', must),
  text('data[].encrypt_certificate.algorithm', must, { max: 32, values: ['AEAD_AES_256_GCM'] }),
  text('data[].encrypt_certificate.nonce', must, { max: 16 }),
  text('data[].encrypt_certificate.associated_data', must, { max: 16 }),
  text('data[].encrypt_certificate.ciphertext', must, { max: 1_048_576 }),
]

export const billCalls: readonly Call[] = [
  {
    name: 'trade bill',
    ...{ method: 'GET', path: '/v3/bill/tradebill' },
    docs: {
      direct: 'merchant/4012556654',
      partner: 'docs/partner/apis/partner-jsapi-payment/get-trade-bill.html',
      platform: 'docs/partner/apis/partner-jsapi-payment/get-trade-bill.html',
    },
    query: [
      text('bill_date', must, { max: 10, pattern: /^\d{4}-\d\d-\d\d$/ }),
      text('bill_type', may, { max: 32, values: ['ALL', 'SUCCESS', 'REFUND'] }),
      text('tar_type', may, { max: 32, values: ['GZIP'] }),
      // of a seller who is not micro
      text('sub_mchid', may, { max: 12, roles: ['partner', 'platform'] }),
    ],
    reply: [
      text('hash_type', must, { max: 32, values: ['SHA1'] }),
      text('hash_value', must, { max: 1024, pattern: /^[0-9a-fA-F]{40}$/ }),
      text('download_url', must, { max: 2048, pattern: /^https?:\/\// }),
    ],
  },
  {
    name: 'download of a bill',
    ...{ method: 'GET', path: '/v3/billdownload/file' },
    docs: {
      direct: 'merchant/4012556654',
      partner: 'docs/partner/apis/partner-jsapi-payment/get-trade-bill.html',
      platform: 'docs/partner/apis/partner-jsapi-payment/get-trade-bill.html',
    },
    query: [text('token', must, { max: 2048 })],
    reply: 'file',
  },
  {
    name: 'platform certificates',
    ...{ method: 'GET', path: '/v3/certificates' },
    docs: {
      direct: 'docs/merchant/products/platform-certificate/apilist.html',
      partner: 'wiki/doc/apiv3_partner/wechatpay/wechatpay5_1.shtml',
      platform: 'wiki/doc/apiv3/apis/chapter7_1_3.shtml',
    },
    reply: certificates,
  },
]
