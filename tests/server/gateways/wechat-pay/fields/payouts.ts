import { type Call, integer, type Message, may, must, mustIf, text } from '../../fields/field-table'
import { CENT, ID, TIME } from './shared'

const ACCOUNTS = ['BASIC', 'FEES', 'OPERATION']
const REQUEST_NO = { max: 32, pattern: /^[0-9A-Za-z]+$/ }

const hasFailed = ({ status }: Message) => ['FAIL', 'REFUND', 'CLOSE'].includes(String(status))

/** What a seller's balance is, and its payout to the seller's account. The guide to them is partner/4014075940. */
export const payoutCalls: readonly Call[] = [
  {
    name: 'balance of a seller',
    ...{ method: 'GET', path: '/v3/ecommerce/fund/balance/{sub_mchid}' },
    docs: { platform: 'docs/partner/apis/ecommerce-balance/accounts/query-e-commerce-balance.html' },
    query: [text('account_type', may, { max: 16, values: [...ACCOUNTS, 'DEPOSIT'] })],
    reply: [
      text('sub_mchid', must, ID),
      text('account_type', may, { max: 16, values: [...ACCOUNTS, 'DEPOSIT'] }),
      integer('available_amount', must),
      integer('pending_amount', may),
    ],
  },
  {
    name: 'payout',
    ...{ method: 'POST', path: '/v3/ecommerce/fund/withdraw' },
    docs: { platform: 'wiki/doc/apiv3/apis/chapter7_8_2.shtml' },
    body: [
      text('sub_mchid', must, ID),
      text('out_request_no', must, REQUEST_NO),
      // at most 800 million yuan
      integer('amount', must, { ...CENT, max: 80_000_000_000 }),
      text('remark', may, { max: 56 }),
      text('bank_memo', may, { max: 32 }),
      text('account_type', may, { max: 16, values: ACCOUNTS }),
    ],
    reply: [
      text('sub_mchid', must, ID),
      text('withdraw_id', must, { max: 128 }),
      text('out_request_no', must, REQUEST_NO),
      text('account_type', may, { max: 16, values: ACCOUNTS }),
    ],
  },
  {
    name: 'query a payout',
    ...{ method: 'GET', path: '/v3/ecommerce/fund/withdraw/out-request-no/{out_request_no}' },
    docs: { platform: 'wiki/doc/apiv3/apis/chapter7_8_3.shtml' },
    query: [text('sub_mchid', must, ID)],
    reply: [
      text('sub_mchid', must, ID),
      text('sp_mchid', must, ID),
      text('status', must, {
        max: 16,
        values: ['CREATE_SUCCESS', 'SUCCESS', 'FAIL', 'REFUND', 'CLOSE', 'INIT'],
      }),
      text('withdraw_id', must, { max: 128 }),
      text('out_request_no', must, REQUEST_NO),
      integer('amount', must, CENT),
      text('create_time', must, { ...TIME, max: 29 }),
      text('update_time', must, { ...TIME, max: 29 }),
      // empty in the other states
      text('reason', mustIf(hasFailed), { min: 0, max: 255 }),
      text('remark', may, { min: 0, max: 56 }),
      text('bank_memo', may, { min: 0, max: 32 }),
      text('account_type', may, { max: 16, values: ACCOUNTS }),
      // the last four digits, and the bank
      text('account_number', may, { max: 16, unverified: 'only an example of an answer shows it' }),
      text('account_bank', may, { max: 128, unverified: 'only an example of an answer shows it' }),
      text('bank_name', may, { max: 128, unverified: 'only an example of an answer shows it' }),
    ],
  },
]
