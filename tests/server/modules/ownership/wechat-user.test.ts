import { identityOf, openidWithin } from '../../../../server/modules/sessions/wechat-user'

test('openidWithin returns the openid of a WeChat user within its own appid only', () => {
  const identity = identityOf({ appid: 'wx1', openid: 'o-1' })
  expect(openidWithin(identity, 'wx1')).toBe('o-1')
  expect(openidWithin(identity, 'wx2')).toBeUndefined()
  expect(openidWithin({ provider: 'device', subject: 'wx1/o-1' }, 'wx1')).toBeUndefined()
})
