import {
  carrierOfWaybill,
  carrierSites,
  carriers,
  heldReason,
  isReportable,
  isWaybill,
  toWaybill,
} from '@/domain/order/parcel'

describe('carriers', () => {
  it('has a site and a code of WeChat for every carrier except OTHER', () => {
    expect(carriers.filter((carrier) => !isReportable(carrier))).toEqual(['OTHER'])
    expect(carriers.filter((carrier) => carrierSites[carrier] === null)).toEqual(['OTHER'])
  })
})

describe('carrierOfWaybill', () => {
  it('recognizes numbers of SF Express, and leaves others open', () => {
    expect(['SF1234567890123', 'SF123456'].map(carrierOfWaybill)).toEqual(['SF', 'SF'])
    expect(['SF', 'SF12', 'SFX123456', '78123456789012', ''].map(carrierOfWaybill)).toEqual(
      Array(5).fill(undefined),
    )
  })
})

describe('heldReason', () => {
  it.each([
    [undefined, 'waybill'],
    [{ carrier: 'OTHER', waybill: '13900001234' }, 'waybill'],
    [{ carrier: 'ZTO', waybill: '78123456789012' }, 'reporting'],
  ] as const)('returns for an order sent by the parcel %j the reason %s', (parcel, reason) => {
    expect(heldReason({ state: 'underway', fulfilment: 'courier', parcel })).toBe(reason)
  })
})

describe('waybill number', () => {
  it.each([
    ['7812 3456 789012', '78123456789012'],
    ['sf1234567890', 'SF1234567890'],
    ['JDVB12345678901-1-2-', 'JDVB12345678901'],
    ['7812-3456-789012', '78123456789012'],
  ])('reads %s as %s', (text, waybill) => {
    expect(toWaybill(text)).toBe(waybill)
    expect(isWaybill(waybill)).toBe(true)
  })

  it.each(['', '12345', '单号123456', '1'.repeat(31)])('rejects %s', (text) => {
    expect(isWaybill(toWaybill(text))).toBe(false)
  })
})
