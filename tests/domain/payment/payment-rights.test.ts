import { readFileSync } from 'node:fs'
import { type Fulfilment, fulfilments } from '@/domain/order/fulfilment'
import { isInPersonMethodOf } from '@/domain/payment/available-payments'
import { isPaidInPerson, type PaymentMethod } from '@/domain/payment/payment'
import {
  ALIPAY_LIMITED_MAX,
  type BuyerPlace,
  buyerPlaces,
  type LegalSubject,
  legalSubjects,
  type PaymentGrants,
  type PaymentRight,
  type PaymentSituation,
  paymentRights,
  remedies,
  wechatPayRoles,
} from '@/domain/payment/payment-rights'
import { renderRights } from './payment-rights-page'

const flags = [false, true]
const allGrants: PaymentGrants[] = [undefined, ...wechatPayRoles].flatMap((wechat) =>
  ([undefined, 'limited', 'full'] as const).flatMap((alipay) =>
    flags.flatMap((alipayPage) =>
      flags.flatMap((wechatH5) =>
        flags.map((wechatBrowser) => ({ wechat, alipay, alipayPage, wechatH5, wechatBrowser })),
      ),
    ),
  ),
)
const amounts = [0, 1, ALIPAY_LIMITED_MAX, ALIPAY_LIMITED_MAX + 1]

const situations: PaymentSituation[] = legalSubjects.flatMap((subject) =>
  allGrants.flatMap((grants) =>
    buyerPlaces.flatMap((place) =>
      fulfilments.flatMap((fulfilment) =>
        amounts.map((amount) => ({ subject, grants, place, fulfilment, amount })),
      ),
    ),
  ),
)

/** The situations of the truth table, each with one of its rights, for which a rule does not hold. */
const violations = (holds: (situation: PaymentSituation, right: PaymentRight) => boolean) =>
  situations.flatMap((situation) =>
    paymentRights(situation)
      .filter((right) => !holds(situation, right))
      .map((right) => ({ situation, right })),
  )

const rightOf = (method: PaymentMethod, situation: PaymentSituation) => {
  const right = paymentRights(situation).find((one) => one.method === method)
  if (!right) throw new Error(`no right of ${method}`)
  return right
}

/** A situation in which everything is granted, with some parts changed. */
const withAll = (
  parts: { subject?: LegalSubject; place?: BuyerPlace; fulfilment?: Fulfilment; amount?: number } & {
    grants?: Partial<PaymentGrants>
  } = {},
): PaymentSituation => ({
  subject: 'company',
  place: 'own-app',
  fulfilment: 'local',
  amount: 2500,
  ...parts,
  grants: {
    ...{ wechat: 'partner', wechatH5: true, wechatBrowser: true, alipay: 'full', alipayPage: true },
    ...parts.grants,
  },
})

describe('paymentRights', () => {
  it('offers an in-person method exactly when it fits the fulfilment, for every seller and place', () => {
    expect(
      violations(
        ({ fulfilment }, { method, isOn }) =>
          !isPaidInPerson(method) || isOn === isInPersonMethodOf(fulfilment, method),
      ),
    ).toEqual([])
  })

  it('offers no online method for a zero amount, without papers or without a grant', () => {
    expect(
      violations(({ subject, grants, amount }, { method, isOn }) => {
        if (isPaidInPerson(method) || !isOn) return true
        return amount > 0 && subject !== 'none' && grants[method as 'wechat' | 'alipay'] !== undefined
      }),
    ).toEqual([])
  })

  it('names a reason for every method that is off, and a remedy unless there is nothing to pay', () => {
    const known: readonly string[] = [...remedies.buyer, ...remedies.seller]
    expect(
      violations((_, right) => {
        if (right.isOn) return true
        return right.reason === 'nothing-to-pay' ? !right.remedy : known.includes(right.remedy ?? '')
      }),
    ).toEqual([])
  })

  it('offers no page of Alipay inside WeChat and no WeChat Pay inside Alipay', () => {
    expect(
      violations(({ place }, { method, isOn }) => {
        if (!isOn) return true
        if (method === 'alipay') return ['browser', 'alipay', 'computer'].includes(place)
        return method !== 'wechat' || place !== 'alipay'
      }),
    ).toEqual([])
  })

  it('offers Alipay on a computer to sellers with the grant of its page for computers only', () => {
    expect(
      violations(({ place, grants }, { method, isOn }) => {
        if (method !== 'alipay' || place !== 'computer' || !isOn) return true
        return grants.alipay !== undefined && grants.alipayPage === true
      }),
    ).toEqual([])
    const without = withAll({ place: 'computer', grants: { alipayPage: false } })
    expect(rightOf('alipay', withAll({ place: 'computer' })).isOn).toBe(true)
    expect(rightOf('alipay', without)).toEqual({
      ...{ method: 'alipay', isOn: false, reason: 'not-granted', remedy: 'apply-alipay-page' },
    })
    expect(rightOf('alipay', { ...without, place: 'browser' }).isOn).toBe(true)
  })

  it('offers WeChat Pay on a computer to every seller whom it has accepted, but for people without a licence who sign themselves', () => {
    expect(
      violations(({ place, subject, grants, amount }, { method, isOn }) => {
        if (method !== 'wechat' || place !== 'computer') return true
        const isAccepted = subject !== 'none' && grants.wechat !== undefined && amount > 0
        return isOn === (isAccepted && !(subject === 'micro' && grants.wechat === 'direct'))
      }),
    ).toEqual([])
  })

  it('offers H5 payment of WeChat to companies with that grant only', () => {
    expect(
      violations(({ place, subject, grants }, { method, isOn }) => {
        if (method !== 'wechat' || place !== 'browser' || !isOn) return true
        return subject === 'company' && grants.wechatH5
      }),
    ).toEqual([])
  })

  it.each([
    [
      'a micro merchant in the shared mini-program',
      { subject: 'micro', place: 'shared-app' },
      'platform',
      true,
    ],
    [
      'a micro merchant in a mini-program of its own',
      { subject: 'micro', place: 'own-app' },
      'partner',
      false,
    ],
    [
      'a sole trader in a mini-program of its own',
      { subject: 'sole-trader', place: 'own-app' },
      'partner',
      true,
    ],
    ['a self-hosted company in its mini-program', { subject: 'company', place: 'own-app' }, 'direct', true],
    ['a self-hosted merchant in the shared mini-program', { place: 'shared-app' }, 'direct', false],
    ['a partner’s merchant in the shared mini-program', { place: 'shared-app' }, 'partner', false],
    ['a seller of the platform in a mini-program of its own', { place: 'own-app' }, 'platform', false],
    [
      'a sole trader in WeChat’s browser',
      { subject: 'sole-trader', place: 'wechat-browser' },
      'partner',
      true,
    ],
    ['a sole trader in another browser', { subject: 'sole-trader', place: 'browser' }, 'partner', false],
  ] as const)('decides on WeChat Pay for %s', (_, parts, wechat, isOn) => {
    expect(rightOf('wechat', withAll({ ...parts, grants: { wechat } })).isOn).toBe(isOn)
  })

  it('limits Alipay to 2,000 yuan for each payment while the licence is missing', () => {
    const at = (amount: number) =>
      rightOf('alipay', withAll({ place: 'browser', amount, grants: { alipay: 'limited' } }))
    expect(at(ALIPAY_LIMITED_MAX).isOn).toBe(true)
    expect(at(ALIPAY_LIMITED_MAX + 1)).toMatchObject({ isOn: false, reason: 'amount-too-large' })
  })

  it('returns the role of WeChat Pay with a method that is on', () => {
    expect(rightOf('wechat', withAll())).toEqual({ method: 'wechat', isOn: true, role: 'partner' })
  })

  it('matches the tables of docs/payments.md', () => {
    const [, written] = readFileSync('docs/payments.md', 'utf8').split(
      /<!-- rights -->\n|\n<!-- end of rights -->/,
    )
    expect(written?.trim()).toBe(renderRights())
  })
})
