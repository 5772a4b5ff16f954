import {
  anything,
  type Call,
  type Condition,
  type Field,
  flag,
  integer,
  list,
  type Message,
  may,
  must,
  mustIf,
  object,
  onlyIf,
  text,
  unless,
} from '../../fields/field-table'
import { ID, SEALED } from './shared'

/** The conditions of an application, by the seller's legal subject (`organization_type`). */
const subjectIn = (...kinds: string[]): Condition['isRequired'] => {
  return (_, { message }) => kinds.includes(String(message.organization_type))
}
const [MICRO, PERSON, SOLE_TRADER, COMPANY] = ['2401', '2500', '4', '2'] as const
const PUBLIC_BODIES = ['3', '2502', '1708']

const ID_TYPES = [
  ...['MAINLAND_IDCARD', 'OVERSEA_PASSPORT', 'HONGKONG', 'MACAO', 'TAIWAN', 'FOREIGN_RESIDENT'],
  ...['HONGKONG_MACAO_RESIDENT', 'TAIWAN_RESIDENT'],
].map((kind) => `IDENTIFICATION_TYPE_${kind}`)

const MEDIA_ID = { max: 256 }
const DAY = { max: 128, pattern: /^\d{4}-\d\d-\d\d$/ }
const LAST_DAY = { max: 128, pattern: /^(\d{4}-\d\d-\d\d|长期)$/ }
/** Documents limit the plain text, or its column; 2048-bit keys make 344 characters of every text. */
const sealed = { max: 344, pattern: SEALED }

const isAgent = ({ contact_type }: Message) => contact_type === '66'
const UNSENT = 'no call sends it, and its parts are not checked'

/** Source of lengths and conditions: partner/4012713017, and its edition field by field. */
const application: readonly Field[] = [
  text('out_request_no', must, { max: 124 }),
  text('organization_type', must, {
    max: 4,
    values: [MICRO, PERSON, SOLE_TRADER, COMPANY, ...PUBLIC_BODIES],
  }),
  flag('finance_institution', may),
  object('business_license_info', onlyIf(subjectIn(SOLE_TRADER, COMPANY, ...PUBLIC_BODIES))),
  text('business_license_info.cert_type', onlyIf(subjectIn(...PUBLIC_BODIES)), {
    max: 32,
    unverified: UNSENT,
  }),
  text('business_license_info.business_license_copy', must, MEDIA_ID),
  text('business_license_info.business_license_number', must, { min: 15, max: 18, pattern: /^[0-9A-Z]+$/ }),
  text('business_license_info.merchant_name', must, { min: 2, max: 110 }),
  text('business_license_info.legal_person', must, { max: 128 }),
  text('business_license_info.company_address', mustIf(subjectIn(...PUBLIC_BODIES)), { max: 128 }),
  text('business_license_info.business_time', mustIf(subjectIn(...PUBLIC_BODIES)), { max: 256 }),
  anything('finance_institution_info', may, { unverified: UNSENT }),
  text('id_holder_type', may, { max: 8, values: ['LEGAL', 'SUPER'] }),
  text('id_doc_type', may, { max: 64, values: ID_TYPES }),
  text('authorize_letter_copy', may, MEDIA_ID),
  object('id_card_info', unless('id_doc_info')),
  text('id_card_info.id_card_copy', must, MEDIA_ID),
  text('id_card_info.id_card_national', must, MEDIA_ID),
  text('id_card_info.id_card_name', must, sealed),
  text('id_card_info.id_card_number', must, sealed),
  text('id_card_info.id_card_address', onlyIf(subjectIn(COMPANY)), sealed),
  text('id_card_info.id_card_valid_time_begin', must, DAY),
  text('id_card_info.id_card_valid_time', must, LAST_DAY),
  anything('id_doc_info', may, { unverified: UNSENT }),
  flag('owner', onlyIf(subjectIn(COMPANY))),
  anything('ubo_info_list', may, { unverified: UNSENT }),
  object('account_info', must),
  text('account_info.bank_account_type', must, { max: 2, values: ['74', '75'] }),
  text('account_info.account_bank', must, { max: 10 }),
  text('account_info.account_name', must, sealed),
  text('account_info.bank_address_code', may, {
    ...{ max: 12, pattern: /^\d{6}$/ },
    unverified: 'required in the edition of 2020; the stored edition of 2025 ends before this field',
  }),
  text('account_info.bank_branch_id', may, { max: 64 }),
  text(
    'account_info.bank_name',
    mustIf(({ account_bank, bank_branch_id }) => account_bank === '其他银行' && bank_branch_id === undefined),
    { max: 128 },
  ),
  text('account_info.account_number', must, sealed),
  anything('account_info.account_cert_info', may, { unverified: UNSENT }),
  object('contact_info', must),
  text('contact_info.contact_type', must, { max: 2, values: ['65', '66'] }),
  text('contact_info.contact_name', must, sealed),
  text('contact_info.contact_id_doc_type', mustIf(isAgent), { max: 64, values: ID_TYPES }),
  text('contact_info.contact_id_card_number', mustIf(isAgent), sealed),
  text('contact_info.contact_id_doc_copy', mustIf(isAgent), MEDIA_ID),
  text('contact_info.contact_id_doc_copy_back', may, MEDIA_ID),
  text('contact_info.contact_id_doc_period_begin', mustIf(isAgent), DAY),
  text('contact_info.contact_id_doc_period_end', mustIf(isAgent), LAST_DAY),
  text('contact_info.business_authorization_letter', mustIf(isAgent), MEDIA_ID),
  text('contact_info.mobile_phone', must, sealed),
  text('contact_info.contact_email', mustIf(subjectIn(SOLE_TRADER, COMPANY, ...PUBLIC_BODIES)), sealed),
  object('sales_scene_info', must),
  text('sales_scene_info.store_name', must, { max: 256 }),
  text('sales_scene_info.store_url', unless('store_qr_code'), { max: 1024, pattern: /^https?:\/\// }),
  text('sales_scene_info.store_qr_code', unless('store_url'), MEDIA_ID),
  text('sales_scene_info.mini_program_sub_appid', may, { max: 256 }),
  object('settlement_info', may),
  integer('settlement_info.settlement_id', may),
  text('settlement_info.qualification_type', may, { max: 200 }),
  // 中文占3个字节，即最多21个汉字长度
  text('merchant_shortname', must, { max: 64, inBytes: true }),
  text('qualifications', may, { max: 1024 }),
  text('business_addition_pics', may, { max: 1024 }),
  text('business_addition_desc', mustIf(subjectIn(PERSON)), { max: 512 }),
]

const stateIs =
  (...states: string[]) =>
  ({ applyment_state }: Message) =>
    states.includes(String(applyment_state))

const STATES = [
  'CHECKING',
  'ACCOUNT_NEED_VERIFY',
  'AUDITING',
  'REJECTED',
  'NEED_SIGN',
  'FINISH',
  'FROZEN',
  'CANCELED',
]

const PARTS_UNREAD =
  'the stored edition of 2024 leaves out its parts, and that of 2019 calls all of them optional'

/** Source: docs/partner/apis/ecommerce-merchant-application/applyment/get-state-by-out-request-no.html */
const state: readonly Field[] = [
  text('applyment_state', must, { max: 32, values: STATES }),
  text('applyment_state_desc', must, { max: 1024 }),
  text('sign_state', may, {
    ...{
      max: 16,
      values: ['UNSIGNED', 'SIGNED', 'NOT_SIGNABLE'],
      doc: 'wiki/doc/apiv3/apis/chapter7_1_2.shtml',
    },
    unverified: 'the edition of 2021 lists it, and the stored part of the edition of 2024 does not',
  }),
  text('sign_url', onlyIf(stateIs('NEED_SIGN')), { max: 256 }),
  text('sub_mchid', onlyIf(stateIs('NEED_SIGN', 'FINISH')), ID),
  object('account_validation', {
    isRequired: (part) => stateIs('ACCOUNT_NEED_VERIFY')(part) && part.legal_validation_url === undefined,
    isAllowed: stateIs('ACCOUNT_NEED_VERIFY'),
  }),
  text('account_validation.account_name', may, { ...sealed, unverified: PARTS_UNREAD }),
  text('account_validation.account_no', may, { ...sealed, unverified: PARTS_UNREAD }),
  text('account_validation.pay_amount', must, { max: 32, pattern: /^\d+$/, unverified: PARTS_UNREAD }),
  text('account_validation.destination_account_number', must, { max: 128, unverified: PARTS_UNREAD }),
  text('account_validation.destination_account_name', must, { max: 128, unverified: PARTS_UNREAD }),
  text('account_validation.destination_account_bank', must, { max: 128, unverified: PARTS_UNREAD }),
  text('account_validation.city', may, { max: 128, unverified: PARTS_UNREAD }),
  text('account_validation.remark', may, { max: 128, unverified: PARTS_UNREAD }),
  text('account_validation.deadline', may, { max: 20, unverified: PARTS_UNREAD }),
  list('audit_detail', { isRequired: stateIs('REJECTED'), isAllowed: stateIs('REJECTED', 'FROZEN') }),
  text('audit_detail[].param_name', may, { max: 32, unverified: PARTS_UNREAD }),
  text('audit_detail[].reject_reason', may, { max: 32, unverified: PARTS_UNREAD }),
  text('legal_validation_url', may, { max: 256 }),
  text('out_request_no', must, { max: 128 }),
  integer('applyment_id', must),
]

export const onboardingCalls: readonly Call[] = [
  {
    name: 'upload of a photo',
    ...{ method: 'POST', path: '/v3/merchant/media/upload', docs: { platform: 'partner/4012761084' } },
    body: [
      object('meta', must),
      text('meta.filename', must, { max: 128, pattern: /\.(jpg|bmp|png)$/i }),
      text('meta.sha256', must, { max: 256, pattern: /^[0-9a-f]{64}$/ }),
      text('file', must, { max: 128, pattern: /\.(jpg|bmp|png)$/i }),
    ],
    reply: [text('media_id', must, { max: 512 })],
  },
  {
    name: 'application',
    ...{ method: 'POST', path: '/v3/ecommerce/applyments/', docs: { platform: 'partner/4012713017' } },
    isSealed: true,
    body: application,
    reply: [integer('applyment_id', must), text('out_request_no', must, { max: 124 })],
  },
  {
    name: 'query an application',
    ...{ method: 'GET', path: '/v3/ecommerce/applyments/out-request-no/{out_request_no}' },
    docs: {
      platform: 'docs/partner/apis/ecommerce-merchant-application/applyment/get-state-by-out-request-no.html',
    },
    reply: state,
  },
]
