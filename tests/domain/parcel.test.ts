import { isWaybill, toWaybill } from '@/domain/parcel'

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
