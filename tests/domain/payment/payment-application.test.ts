import {
  type ApplicationFacts,
  accountKindsOf,
  applicationStates,
  canSendPapers,
  isAccountNumber,
  isCardNumber,
  isDoubtfulCardNumber,
  isIdNumber,
  isLicenceNumber,
  isUnderWay,
  OTHER_BANK,
  wrongFields,
} from '@/domain/payment/payment-application'
import { cardNumber, idNumber, licenceNumber } from '../../support/paper-numbers'

const TODAY = '2026-11-28'

const micro = (more: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  subject: 'micro',
  id: { number: idNumber(1), from: '2020-01-31', until: '2040-01-31' },
  account: { kind: 'personal', bank: '农业银行', number: cardNumber('622202', 16) },
  phone: '13900000001',
  ...more,
})

/** The text with its character at an index replaced by another digit. */
const withOtherDigit = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)

describe('isIdNumber', () => {
  it('accepts numbers whose check digit is right, which may be X', () => {
    const numbers = Array.from({ length: 40 }, (_, sequence) => idNumber(sequence))
    expect(numbers.filter((number) => !isIdNumber(number))).toEqual([])
    expect(numbers.some((number) => number.endsWith('X'))).toBe(true)
  })

  it('rejects a wrong digit, a small x and other lengths', () => {
    const number = idNumber(7)
    for (let at = 0; at < 18; at++) expect(isIdNumber(withOtherDigit(number, at))).toBe(false)
    const withX = Array.from({ length: 40 }, (_, sequence) => idNumber(sequence)).find((one) =>
      one.endsWith('X'),
    )
    expect(isIdNumber(withX?.toLowerCase() ?? '')).toBe(false)
    expect(isIdNumber(number.slice(1))).toBe(false)
    expect(isIdNumber('')).toBe(false)
  })
})

describe('isLicenceNumber', () => {
  it('accepts codes of 18 characters whose check character is right, and 15 digits', () => {
    for (let sequence = 0; sequence < 60; sequence++)
      expect(isLicenceNumber(licenceNumber(sequence))).toBe(true)
    expect(isLicenceNumber('110101600000001')).toBe(true)
  })

  it('rejects a wrong character, letters that codes leave out, and other lengths', () => {
    const code = licenceNumber(5)
    for (let at = 0; at < 18; at++) expect(isLicenceNumber(withOtherDigit(code, at))).toBe(false)
    expect(isLicenceNumber(`I${code.slice(1)}`)).toBe(false)
    expect(isLicenceNumber(code.slice(2))).toBe(false)
  })
})

describe('isCardNumber', () => {
  it('accepts 12 to 19 digits whose check digit is right', () => {
    for (const length of [12, 16, 17, 19]) expect(isCardNumber(cardNumber('622202', length))).toBe(true)
  })

  it('rejects a wrong digit, other lengths and other characters', () => {
    const number = cardNumber('622202', 19)
    for (let at = 0; at < 19; at++) expect(isCardNumber(withOtherDigit(number, at))).toBe(false)
    expect(isCardNumber(cardNumber('622202', 11))).toBe(false)
    expect(isCardNumber(number.replace('6', '６'))).toBe(false)
  })
})

describe('isAccountNumber', () => {
  it('accepts a passbook and an old card, which have no check digit', () => {
    for (const text of ['010000000012', '6222021234567890', '1'.repeat(30)])
      expect(isAccountNumber('personal', text)).toBe(true)
  })

  it('rejects too few or too many digits and other characters', () => {
    for (const text of ['01000000001', '1'.repeat(31), '62220212345x', ''])
      expect(isAccountNumber('personal', text)).toBe(false)
    expect(isAccountNumber('corporate', '1'.repeat(8))).toBe(true)
    expect(isAccountNumber('corporate', '1'.repeat(7))).toBe(false)
  })
})

describe('isDoubtfulCardNumber', () => {
  it('is true only for personal numbers of 16 and 19 digits whose check digit is wrong', () => {
    for (const length of [16, 19]) {
      const number = cardNumber('622202', length)
      expect(isDoubtfulCardNumber('personal', number)).toBe(false)
      expect(isDoubtfulCardNumber('personal', withOtherDigit(number, length - 1))).toBe(true)
      expect(isDoubtfulCardNumber('corporate', withOtherDigit(number, length - 1))).toBe(false)
    }
    for (const length of [12, 17, 18])
      expect(isDoubtfulCardNumber('personal', withOtherDigit(cardNumber('622202', length), length - 1))).toBe(
        false,
      )
  })
})

describe('wrongFields', () => {
  it('finds nothing wrong in complete facts of each subject', () => {
    const licence = { number: licenceNumber(1) }
    const corporate = { kind: 'corporate', bank: '工商银行', number: '2610000000012' } as const
    expect(wrongFields(micro(), TODAY)).toEqual([])
    expect(wrongFields(micro({ id: { number: idNumber(1), from: TODAY } }), TODAY)).toEqual([])
    expect(wrongFields(micro({ subject: 'sole-trader', licence }), TODAY)).toEqual([])
    expect(wrongFields(micro({ subject: 'sole-trader', licence, account: corporate }), TODAY)).toEqual([])
    expect(wrongFields(micro({ subject: 'company', licence, account: corporate }), TODAY)).toEqual([])
  })

  it('names an expired card and one that is not valid yet', () => {
    const id = { number: idNumber(1), from: '2026-11-29', until: '2026-11-27' }
    expect(wrongFields(micro({ id }), TODAY)).toEqual(['/id/from', '/id/until'])
  })

  it('names a missing licence, the licence of a micro merchant, and a wrong number', () => {
    expect(wrongFields(micro({ subject: 'sole-trader' }), TODAY)).toEqual(['/licence'])
    expect(wrongFields(micro({ licence: { number: licenceNumber(1) } }), TODAY)).toEqual(['/licence'])
    const wrong = { number: withOtherDigit(licenceNumber(1), 17) }
    expect(wrongFields(micro({ subject: 'sole-trader', licence: wrong }), TODAY)).toEqual(['/licence/number'])
  })

  it('names an account that the subject may not have, a bank without its name, and a wrong number', () => {
    const account = { kind: 'corporate', bank: OTHER_BANK, number: '1' } as const
    expect(wrongFields(micro({ account }), TODAY)).toEqual([
      '/account/kind',
      '/account/bankName',
      '/account/number',
    ])
    const named = { ...micro().account, bankName: '成县农村信用合作联社' }
    expect(wrongFields(micro({ account: named }), TODAY)).toEqual(['/account/bankName'])
    expect(wrongFields(micro({ account: { ...named, bank: OTHER_BANK } }), TODAY)).toEqual([])
  })
})

describe('wrongFields about the phone', () => {
  it('names a landline and a number that is too short', () => {
    for (const phone of ['0939-3210000', '1390000000', '12900000001', ''])
      expect(wrongFields(micro({ phone }), TODAY)).toEqual(['/phone'])
  })
})

describe('application to WeChat Pay', () => {
  it('accepts papers when none exists, and while it is unsent, rejected or canceled', () => {
    expect([undefined, ...applicationStates].filter(canSendPapers)).toEqual([
      undefined,
      'unsent',
      'rejected',
      'canceled',
    ])
  })

  it('is under way in every state except unsent, accepted and canceled', () => {
    expect(applicationStates.filter((state) => !isUnderWay(state))).toEqual([
      'unsent',
      'accepted',
      'canceled',
    ])
  })

  it('lets only a sole trader choose between two kinds of account', () => {
    expect([accountKindsOf('micro'), accountKindsOf('sole-trader'), accountKindsOf('company')]).toEqual([
      ['personal'],
      ['personal', 'corporate'],
      ['corporate'],
    ])
  })
})
