import { maskPhone } from '@/domain/receiver/mask'

test.each([
  ['13800006021', '138****6021'],
  ['0939-3210001', '093****0001'],
  ['', ''],
])('maskPhone hides the middle of %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})
