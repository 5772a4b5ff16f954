import type { ApplicantSubject, ApplicationState } from '@/domain/payment/payment-application'
import { OTHER_BANK } from '@/domain/payment/payment-application'
import { clipBytes, type Fields, integerAt, isFields, objectAt, requireText, textAt } from '../fields'
import type { ApplicationPapers, GatewayApplication, Onboarding } from '../onboarding'
import { GatewayError } from '../payment-gateway'
import { type ClientDependencies, WechatPayClient } from './client'
import { encryptField } from './secret-box'
import { type MerchantKey, type PlatformKeys, sealingKeyOf } from './signature'

interface OnboardingSettings {
  baseUrl: string
  merchant: MerchantKey
  keys: PlatformKeys
  /** The city of the sellers' banks, as WeChat Pay numbers it (省市区编号). */
  bankArea?: string | undefined
}

const PATH = '/v3/ecommerce/applyments'

/** Values of `organization_type`. Source: https://pay.weixin.qq.com/doc/v3/partner/4012713017 */
const ORGANIZATIONS: Record<ApplicantSubject, string> = { micro: '2401', 'sole-trader': '4', company: '2' }

/** Values of `bank_account_type` and `contact_type`. */
const ACCOUNT_TYPES = { corporate: '74', personal: '75' } as const
const LEGAL_PERSON = '65'

/** Source: https://pay.weixin.qq.com/doc/v3/partner/4012713017 (`merchant_shortname`) */
const MAX_SHORT_NAME_BYTES = 64

/** Encrypts a text. @param name of its field, which an error names */
type Seal = (name: string, text: string) => string

/** RSA-OAEP with a key of 2048 bits encrypts no more. */
const MAX_SEALED_BYTES = 214

/** The date of a card that is valid for ever. */
const FOR_EVER = '长期'

/**
 * Values of `applyment_state`.
 * Source: https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/applyment/get-state-by-out-request-no.html
 */
const STATES: Record<string, ApplicationState> = {
  CHECKING: 'auditing',
  ACCOUNT_NEED_VERIFY: 'confirming',
  AUDITING: 'auditing',
  REJECTED: 'rejected',
  NEED_SIGN: 'signing',
  FINISH: 'accepted',
  FROZEN: 'frozen',
  CANCELED: 'canceled',
}

/** The fields of a request by the names that WeChat Pay has for them. */
const FIELDS: Record<string, string> = {
  id_card_copy: '/id/front',
  id_card_national: '/id/back',
  id_card_name: '/id/name',
  id_card_number: '/id/number',
  id_card_address: '/id/address',
  id_card_valid_time_begin: '/id/from',
  id_card_valid_time: '/id/until',
  business_license_copy: '/licence/photo',
  business_license_number: '/licence/number',
  merchant_name: '/licence/name',
  legal_person: '/id/name',
  bank_account_type: '/account/kind',
  account_bank: '/account/bank',
  bank_name: '/account/bankName',
  account_name: '/id/name',
  account_number: '/account/number',
  account_info: '/account/number',
  contact_name: '/id/name',
  contact_id_card_number: '/id/number',
  mobile_phone: '/phone',
  contact_email: '/email',
}

/** The field of a request that WeChat Pay calls by a name, or by a path such as `/account_info/account_number`. */
const pathOf = (name: string | undefined): string | undefined => FIELDS[name?.split('/').pop() ?? '']

/** Applies to WeChat Pay for the sellers of a platform (收付通). Personal fields are encrypted with WeChat Pay's key. */
export function createWechatOnboarding(settings: OnboardingSettings, deps: ClientDependencies): Onboarding {
  const client = new WechatPayClient(settings, deps)
  const [serial, publicKey] = sealingKeyOf(settings.keys)
  const seal: Seal = (name, text) => {
    if (Buffer.byteLength(text) <= MAX_SEALED_BYTES) return encryptField(publicKey, text)
    throw new GatewayError('rejected', 'PARAM_ERROR', '太长了，写短一些。', name)
  }

  return {
    async storePaper(bytes) {
      const file = { name: 'paper.jpg', type: 'image/jpeg', bytes }
      return requireText(await client.upload('/v3/merchant/media/upload', file), 'media_id')
    },

    async submit(papers) {
      try {
        await client.call('POST', `${PATH}/`, toBody(papers, settings.bankArea, seal), serial)
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        throw new GatewayError(error.kind, error.code, error.message, pathOf(error.field))
      }
    },

    async query(number) {
      try {
        return readApplication(await client.call('GET', `${PATH}/out-request-no/${number}`))
      } catch (error) {
        if (error instanceof GatewayError && UNKNOWN.includes(error.code)) return undefined
        throw error
      }
    },
  }
}

const UNKNOWN = ['APPLYMENT_NOTEXIST', 'RESOURCE_NOT_EXISTS']

function toBody(papers: ApplicationPapers, bankArea: string | undefined, seal: Seal): object {
  const { id, licence, account, shop } = papers
  return {
    out_request_no: papers.number,
    organization_type: ORGANIZATIONS[papers.subject],
    ...(licence
      ? {
          business_license_info: {
            business_license_copy: licence.photo,
            business_license_number: licence.number,
            merchant_name: licence.name,
            legal_person: id.name,
          },
        }
      : {}),
    id_doc_type: 'IDENTIFICATION_TYPE_MAINLAND_IDCARD',
    id_card_info: {
      id_card_copy: id.front,
      id_card_national: id.back,
      id_card_name: seal('id_card_name', id.name),
      id_card_number: seal('id_card_number', id.number),
      ...(id.address && papers.subject === 'company'
        ? { id_card_address: seal('id_card_address', id.address) }
        : {}),
      id_card_valid_time_begin: id.from,
      id_card_valid_time: id.until ?? FOR_EVER,
    },
    // the form says that others cannot apply in this way
    ...(papers.subject === 'company' ? { owner: true } : {}),
    account_info: {
      bank_account_type: ACCOUNT_TYPES[account.kind],
      account_bank: account.bank,
      account_name:
        account.kind === 'corporate' && licence
          ? seal('merchant_name', licence.name)
          : seal('account_name', id.name),
      ...(bankArea === undefined ? {} : { bank_address_code: bankArea }),
      ...(account.bank === OTHER_BANK ? { bank_name: account.bankName } : {}),
      account_number: seal('account_number', account.number),
    },
    contact_info: {
      contact_type: LEGAL_PERSON,
      contact_name: seal('contact_name', id.name),
      contact_id_card_number: seal('contact_id_card_number', id.number),
      mobile_phone: seal('mobile_phone', papers.phone),
      ...(papers.email ? { contact_email: seal('contact_email', papers.email) } : {}),
    },
    sales_scene_info: { store_name: shop.name, store_url: shop.url },
    merchant_shortname: clipBytes(shop.name, MAX_SHORT_NAME_BYTES),
  }
}

function readApplication(fields: Fields): GatewayApplication {
  const details = Array.isArray(fields.audit_detail) ? fields.audit_detail.filter(isFields) : []
  return {
    // an unknown state is asked for again
    state: STATES[requireText(fields, 'applyment_state')] ?? 'auditing',
    merchant: textAt(fields, 'sub_mchid'),
    reasons: details.map((detail) => {
      const path = pathOf(textAt(detail, 'param_name'))
      return { ...(path === undefined ? {} : { path }), text: textAt(detail, 'reject_reason') ?? '' }
    }),
    url: textAt(fields, 'sign_url') ?? textAt(fields, 'legal_validation_url'),
    transfer: readTransfer(objectAt(fields, 'account_validation')),
  }
}

function readTransfer(fields: Fields): GatewayApplication['transfer'] {
  // documented as text; an example of another product has a number
  const amount = integerAt(fields, 'pay_amount') ?? Number.parseInt(textAt(fields, 'pay_amount') ?? '', 10)
  const number = textAt(fields, 'destination_account_number')
  if (Number.isNaN(amount) || number === undefined) return undefined
  return {
    ...{ amount, number },
    to: textAt(fields, 'destination_account_name') ?? '',
    bank: textAt(fields, 'destination_account_bank') ?? '',
    remark: textAt(fields, 'remark') ?? '',
    until: textAt(fields, 'deadline') ?? '',
  }
}
