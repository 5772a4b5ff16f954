import { type OrderRequest, orderRequestErrors } from '@/domain/order/order-request'

const TODAY = '2026-11-25'

/** A request for a room. */
const requestFor = (...dates: (string | undefined)[]): OrderRequest => ({
  lines: dates.map((date) => ({ skuId: 'a', quantity: 1, ...(date === undefined ? {} : { date }) })),
  fulfilment: { kind: 'on-site' },
  receiver: { name: '', phone: '13800000000' },
  payment: { method: 'on-pickup' },
  seenTotal: 2500,
})

describe('orderRequestErrors', () => {
  it('accepts a room on the first and on the last day that can be booked', () => {
    expect(orderRequestErrors(requestFor(TODAY, '2027-11-25'), TODAY)).toEqual([])
  })

  it.each([
    [undefined, 'is required'],
    ['2026-11-24', 'must be within the coming year'],
    ['2027-11-26', 'must be within the coming year'],
    ['2027-02-29', 'is no day of the calendar'],
  ])('rejects the date %s of a room, which %s', (date, message) => {
    expect(orderRequestErrors(requestFor(date), TODAY)).toEqual([{ path: '/lines/0/date', message }])
  })

  it('rejects a date of goods without dates, and a line that is there twice', () => {
    const request = {
      ...requestFor('2026-12-01', undefined, undefined),
      fulfilment: { kind: 'pickup' as const },
    }
    expect(orderRequestErrors(request, TODAY)).toEqual([
      { path: '/lines/0/date', message: 'is only for what happens on a day' },
      { path: '/lines/2', message: 'is there twice' },
    ])
  })

  it('rejects a slot of a room, and of a parcel', () => {
    const request = { ...requestFor(TODAY), slot: { day: '2026-11-26', part: 'day' as const } }
    const error = { path: '/slot', message: 'is not for this fulfilment' }
    expect(orderRequestErrors(request, TODAY)).toEqual([error])
    expect(orderRequestErrors({ ...request, fulfilment: { kind: 'courier' } }, TODAY)).toContainEqual(error)
  })

  it('rejects each missing field of the receiver of a delivery', () => {
    const request = { ...requestFor(undefined), fulfilment: { kind: 'local' as const } }
    expect(orderRequestErrors({ ...request, receiver: { name: ' ', phone: '1' } }, TODAY)).toEqual(
      ['name', 'phone', 'address'].map((field) => ({
        path: `/receiver/${field}`,
        message: 'is missing or cannot be used',
      })),
    )
  })
})
