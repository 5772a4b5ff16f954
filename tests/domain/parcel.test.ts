import { carrierSites, carriers, heldReason, isReportable, isWaybill, toWaybill } from '@/domain/parcel'

describe('carriers', () => {
  it('have a site each and a code of WeChat, apart from another one', () => {
    expect(carriers.filter((carrier) => !isReportable(carrier))).toEqual(['OTHER'])
    expect(carriers.filter((carrier) => carrierSites[carrier] === null)).toEqual(['OTHER'])
  })
})

describe('heldReason', () => {
  it.each([
    [undefined, 'waybill'],
    [{ carrier: 'OTHER', waybill: '13900001234' }, 'waybill'],
    [{ carrier: 'ZTO', waybill: '78123456789012' }, 'reporting'],
  ] as const)('of an order sent by the parcel %j is %s', (parcel, reason) => {
    expect(heldReason({ state: 'underway', fulfilment: 'courier', parcel })).toBe(reason)
  })
})

describe('a waybill', () => {
  it.each([
    ['7812 3456 789012', '78123456789012'],
    ['sf1234567890', 'SF1234567890'],
    ['JDVB12345678901-1-2-', 'JDVB12345678901'],
    ['7812-3456-789012', '78123456789012'],
  ])('typed or scanned as %s is %s', (text, waybill) => {
    expect(toWaybill(text)).toBe(waybill)
    expect(isWaybill(waybill)).toBe(true)
  })

  it.each(['', '12345', '单号123456', '1'.repeat(31)])('is not %s', (text) => {
    expect(isWaybill(toWaybill(text))).toBe(false)
  })
})
