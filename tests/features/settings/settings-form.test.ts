import fc from 'fast-check'
import { MAX_FEN } from '@/domain/money'
import { type Fulfilment, fulfilments } from '@/domain/order/fulfilment'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { paymentMethods } from '@/domain/payment/payment'
import type { Shop } from '@/domain/shop/shop'
import {
  changedFields,
  formFromShop,
  matchesSettingsBody,
  paymentsFor,
  toSettingsBody,
  validateSettings,
} from '@/features/settings/settings-form'
import { shop } from './sample-shop'

const kinds = fc.uniqueArray(fc.constantFrom(...fulfilments), { minLength: 1 })
const methods = fc.uniqueArray(fc.constantFrom(...paymentMethods))

describe('settings form', () => {
  it('offers a payment for every way of sending and none that fits no way', () => {
    fc.assert(
      fc.property(kinds, methods, (chosen, offered) => {
        const payments = paymentsFor(chosen, offered)
        for (const kind of chosen) expect(availablePaymentMethods(kind, payments)).not.toEqual([])
        for (const method of payments)
          expect(
            chosen.some((kind) => availablePaymentMethods(kind, [method], ['wechat', 'alipay']).length > 0),
          ).toBe(true)
      }),
    )
  })

  it('sends an untouched form as an unchanged shop', () => {
    const amount = fc.integer({ min: 0, max: MAX_FEN })
    fc.assert(
      fc.property(kinds, amount, fc.option(amount, { nil: undefined }), (chosen, fee, freeOver) => {
        const one = shop({
          fulfilments: chosen,
          payments: paymentsFor(chosen, []),
          freight: { fee, ...(freeOver === undefined ? {} : { freeOver }) },
        })
        expect(matchesSettingsBody(one, toSettingsBody(formFromShop(one), one))).toBe(true)
      }),
    )
  })

  it('converts amounts from yuan to fen and an empty amount to zero', () => {
    const form = formFromShop(shop())
    expect(toSettingsBody({ ...form, fee: '5.5', freeOver: '99' }, shop()).freight).toEqual({
      fee: 550,
      freeOver: 9900,
    })
    expect(toSettingsBody({ ...form, fee: '', freeOver: '' }, shop()).freight).toEqual({ fee: 0 })
  })

  describe('courier fee', () => {
    const posting = (freight: Shop['freight']) =>
      shop({ fulfilments: ['local', 'courier'], payments: ['on-delivery'], freight })

    it('is required when courier is chosen for the first time', () => {
      const form = { ...formFromShop(shop()), fulfilments: ['local', 'courier'] as Fulfilment[] }
      expect(validateSettings(form)).toEqual(['courierFee'])
      expect(validateSettings({ ...form, courierFee: '0' })).toEqual([])
      expect(toSettingsBody({ ...form, courierFee: '12' }, shop()).freight).toEqual({
        fee: 300,
        freeOver: 9900,
        courier: { fee: 1200 },
      })
    })

    it('starts as the single fee of a shop stored without a courier fee', () => {
      const form = formFromShop(posting({ fee: 500, freeOver: 9900 }))
      expect(form).toMatchObject({ courierFee: '5', courierFreeOver: '99' })
      expect(toSettingsBody({ ...form, fee: '3' }, posting({ fee: 500 })).freight).toEqual({
        fee: 300,
        freeOver: 9900,
        courier: { fee: 500, freeOver: 9900 },
      })
    })

    it('shows a free courier as zero', () => {
      expect(formFromShop(posting({ fee: 500, courier: { fee: 0 } })).courierFee).toBe('0')
    })

    it('is omitted for a shop without courier', () => {
      expect(toSettingsBody(formFromShop(shop()), shop()).freight).not.toHaveProperty('courier')
    })
  })

  it('omits an emptied text', () => {
    const body = toSettingsBody({ ...formFromShop(shop({ notice: '新货' })), notice: ' ' }, shop())
    expect(body).not.toHaveProperty('notice')
  })

  it('sends an emptied WeChat id, which removes it', () => {
    const known = shop({ wechatId: 'shanhuo_88', deliveryArea: '本村' })
    const form = formFromShop(known)
    expect(form).toMatchObject({ wechatId: 'shanhuo_88', deliveryArea: '本村' })
    const body = toSettingsBody({ ...form, wechatId: '' }, known)
    expect(body).toMatchObject({ wechatId: '', deliveryArea: '本村' })
    expect(matchesSettingsBody(known, body)).toBe(false)
  })

  it('sends an emptied note of a pause, which removes it', () => {
    const known = shop({ closedUntil: '2026-12-01', closedNote: '收核桃去了' })
    const body = toSettingsBody({ ...formFromShop(known), closedNote: ' ' }, known)
    expect(body).toMatchObject({ closedUntil: '2026-12-01', closedNote: '' })
    expect(matchesSettingsBody(known, body)).toBe(false)
    expect(matchesSettingsBody(shop({ closedUntil: '2026-12-01' }), body)).toBe(true)
  })

  it.each([
    [{ name: ' ' }, ['name']],
    [{ phone: '12345' }, ['phone']],
    [{ phone: '138 0000 6021' }, []],
    [{ phone: '0939-3210000' }, []],
    [{ phone: '' }, []],
    [{ wechatId: ' shanhuo_88 ' }, []],
    [{ wechatId: '13800006021' }, ['wechatId']],
    [{ fulfilments: [] }, ['fulfilments']],
    [{ fee: '三块' }, ['fee']],
    [{ freeOver: '1.234' }, ['freeOver']],
  ] as const)('reports for %j the invalid fields %j', (change, errors) => {
    expect(
      validateSettings({ ...formFromShop(shop()), ...change } as ReturnType<typeof formFromShop>),
    ).toEqual(errors)
  })

  it('ignores the order of the ways of sending', () => {
    const form = formFromShop(shop({ fulfilments: ['local', 'pickup'] }))
    expect(changedFields(form, { ...form, fulfilments: ['pickup', 'local'] })).toEqual([])
    expect(changedFields(form, { ...form, fulfilments: ['pickup'], name: '别的' })).toEqual([
      'name',
      'fulfilments',
    ])
  })
})
