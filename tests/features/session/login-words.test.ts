import { describeFailure } from '@/locales/failure'
import { checkoutWords } from '@/locales/order/checkout'
import { publishWords } from '@/locales/shop/wizard'

const placing = checkoutWords.unknown.said('no-login')

describe("the words for WeChat's failed login", () => {
  it.each([
    ['anywhere', describeFailure({ code: 'no-login', status: 0 })],
    ['in the wizard', publishWords.waitingTitle('no-login')],
    ['in the checkout', placing.text],
  ])('name WeChat and not the server, %s', (_, words) => {
    expect(words).toContain('微信没登上')
    expect(words).not.toContain('机器')
  })

  it('tell buyers in the checkout that the order was not placed', () => {
    expect(placing.title).toBe('还没下成')
  })
})
