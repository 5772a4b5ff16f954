import { deliveryTermsWords } from '@/locales/order/delivery-terms'
import { priceWords } from '@/locales/ui'
import { noticeBarWords } from '@/templates/sections/notice-bar/words'

const freight = deliveryTermsWords.notice
const { closed } = noticeBarWords

describe('freight words', () => {
  const shop = { fulfilments: ['local', 'pickup'], freight: { fee: 300, freeOver: 9900 } } as const

  it('names the free amount and the pickup place', () => {
    expect(freight({ ...shop, pickupPlace: '服务站' })).toBe('满 99 元免费送上门，也能到服务站自提')
    expect(freight({ ...shop, fulfilments: ['courier', 'pickup'] })).toBe('满 99 元包邮，也能自己来拿')
  })

  it('names a fee that is always or never charged', () => {
    expect(freight({ fulfilments: ['local'], freight: { fee: 350 } })).toBe('送上门一单 3.5 元')
    expect(freight({ fulfilments: ['courier'], freight: { fee: 0 } })).toBe('包邮')
    expect(freight({ fulfilments: ['local'], freight: { fee: 300, freeOver: 0 } })).toBe('免费送上门')
  })

  it('names no fee for pickup and on-site orders', () => {
    expect(freight({ fulfilments: ['pickup'], freight: { fee: 300 }, pickupPlace: '下街' })).toBe(
      '到下街自提，不收送货钱',
    )
    expect(freight({ fulfilments: ['on-site'], freight: { fee: 0 } })).toBe('到店，下单时选好日子')
  })

  it('names the fee of each way of sending where they differ', () => {
    const both = { fulfilments: ['local', 'courier', 'pickup'] } as const
    const rules = { fee: 300, freeOver: 6000, courier: { fee: 1200 } }
    expect(freight({ ...both, freight: rules })).toBe('满 60 元免费送上门，快递一单 12 元，也能自己来拿')
    expect(deliveryTermsWords.sending('local', { ...both, freight: rules })).toBe(
      '送上门，一单 3 元，满 60 元免费送',
    )
    expect(deliveryTermsWords.sending('courier', { ...both, freight: rules })).toBe('发快递，一单 12 元')
  })

  it('names one fee once where local delivery and courier cost the same', () => {
    expect(freight({ fulfilments: ['local', 'courier'], freight: { fee: 300, freeOver: 9900 } })).toBe(
      '满 99 元包邮',
    )
    const same = { fee: 300, courier: { fee: 300 } }
    expect(freight({ fulfilments: ['local', 'courier'], freight: same })).toBe('送货一单 3 元')
  })

  it('renders a day without leading zeros', () => expect(closed('2026-03-05')).toContain('3月5日'))
})

test('payment words name each payment method once', () => {
  const { paying } = deliveryTermsWords
  expect(paying(['on-delivery', 'on-pickup', 'wechat'], ['local', 'pickup'])).toBe(
    '送到再付钱，或来拿时付，或微信支付',
  )
  expect(paying(['on-delivery'], ['courier'])).toBe('货到付款')
  expect(paying(['on-pickup'], ['on-site'])).toBe('到店付')
})

test('spoken price words read an amount with its unit', () => {
  expect(priceWords.spoken('25', '斤', false)).toBe('25元一斤')
  expect(priceWords.spoken('38', '箱', true)).toBe('38元一箱起')
  expect(priceWords.spoken('9.9', '500克', false)).toBe('9.9元500克')
  expect(priceWords.spoken('93', undefined, false)).toBe('93元')
})
