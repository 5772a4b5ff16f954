import fc from 'fast-check'
import { type Fulfilment, fulfilments } from '@/domain/fulfilment'
import { MAX_FEN } from '@/domain/money'
import { paymentMethods } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'
import type { Shop } from '@/domain/shop'
import {
  bodyOf,
  changedFields,
  faultsOf,
  formOf,
  isAsSent,
  paymentsFor,
} from '@/features/settings/settings-form'
import { shop } from './sample-shop'

const kinds = fc.uniqueArray(fc.constantFrom(...fulfilments), { minLength: 1 })
const methods = fc.uniqueArray(fc.constantFrom(...paymentMethods))

test('every way of sending can be paid, and nothing is offered that fits none', () => {
  fc.assert(
    fc.property(kinds, methods, (chosen, offered) => {
      const payments = paymentsFor(chosen, offered)
      for (const kind of chosen) expect(payableBy(kind, payments)).not.toEqual([])
      for (const method of payments)
        expect(chosen.some((kind) => payableBy(kind, [method], ['wechat', 'alipay']).length > 0)).toBe(true)
    }),
  )
})

test('what is shown and saved untouched is as it was', () => {
  const amount = fc.integer({ min: 0, max: MAX_FEN })
  fc.assert(
    fc.property(kinds, amount, fc.option(amount, { nil: undefined }), (chosen, fee, freeOver) => {
      const one = shop({
        fulfilments: chosen,
        payments: paymentsFor(chosen, []),
        freight: { fee, ...(freeOver === undefined ? {} : { freeOver }) },
      })
      expect(isAsSent(one, bodyOf(formOf(one), one))).toBe(true)
    }),
  )
})

test('amounts are typed in yuan and sent in fen; nothing typed costs nothing', () => {
  const form = formOf(shop())
  expect(bodyOf({ ...form, fee: '5.5', freeOver: '99' }, shop()).freight).toEqual({
    fee: 550,
    freeOver: 9900,
  })
  expect(bodyOf({ ...form, fee: '', freeOver: '' }, shop()).freight).toEqual({ fee: 0 })
})

describe('the courier fee', () => {
  const posting = (freight: Shop['freight']) =>
    shop({ fulfilments: ['local', 'courier'], payments: ['on-delivery'], freight })

  it('is asked for when courier is chosen in a shop that never offered it', () => {
    const form = { ...formOf(shop()), fulfilments: ['local', 'courier'] as Fulfilment[] }
    expect(faultsOf(form)).toEqual(['courierFee'])
    expect(faultsOf({ ...form, courierFee: '0' })).toEqual([])
    expect(bodyOf({ ...form, courierFee: '12' }, shop()).freight).toEqual({
      fee: 300,
      freeOver: 9900,
      courier: { fee: 1200 },
    })
  })

  it('begins as the one fee of a shop from before the fees were separate', () => {
    const form = formOf(posting({ fee: 500, freeOver: 9900 }))
    expect(form).toMatchObject({ courierFee: '5', courierFreeOver: '99' })
    expect(bodyOf({ ...form, fee: '3' }, posting({ fee: 500 })).freight).toEqual({
      fee: 300,
      freeOver: 9900,
      courier: { fee: 500, freeOver: 9900 },
    })
  })

  it('shows a free courier as zero, not as something still to be said', () => {
    expect(formOf(posting({ fee: 500, courier: { fee: 0 } })).courierFee).toBe('0')
  })

  it('is not sent by a shop without courier', () => {
    expect(bodyOf(formOf(shop()), shop()).freight).not.toHaveProperty('courier')
  })
})

test('an emptied text is gone, not empty', () => {
  const body = bodyOf({ ...formOf(shop({ notice: '新货' })), notice: ' ' }, shop())
  expect(body).not.toHaveProperty('notice')
})

test.each([
  [{ name: ' ' }, ['name']],
  [{ phone: '12345' }, ['phone']],
  [{ phone: '138 0000 6021' }, []],
  [{ phone: '0939-3210000' }, []],
  [{ phone: '' }, []],
  [{ fulfilments: [] }, ['fulfilments']],
  [{ fee: '三块' }, ['fee']],
  [{ freeOver: '1.234' }, ['freeOver']],
] as const)('%j is faulted with %j', (change, faults) => {
  expect(faultsOf({ ...formOf(shop()), ...change } as ReturnType<typeof formOf>)).toEqual(faults)
})

test('the order of the ways of sending is no change', () => {
  const form = formOf(shop({ fulfilments: ['local', 'pickup'] }))
  expect(changedFields(form, { ...form, fulfilments: ['pickup', 'local'] })).toEqual([])
  expect(changedFields(form, { ...form, fulfilments: ['pickup'], name: '别的' })).toEqual([
    'name',
    'fulfilments',
  ])
})
