import Taro from '@tarojs/taro'
import { askPermits } from '@/platform/notifications/permits.weapp'

/** The answers that the person has told WeChat to remember, 总是保持以上选择. */
let remembered: Record<string, string>
beforeEach(() => {
  remembered = {}
})

/** Makes WeChat give these answers in turn, then an error; returns the template ids of each request. */
function wechatAnswers(...answers: (Record<string, string> | Error)[]) {
  const asked: string[][] = []
  Object.assign(Taro, {
    getSetting: async () => ({ subscriptionsSetting: { mainSwitch: true, itemSettings: remembered } }),
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
      asked.push(tmplIds)
      const answer =
        answers.shift() ?? new Error('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
      if (answer instanceof Error) throw answer
      return { errMsg: 'requestSubscribeMessage:ok', ...answer }
    },
  })
  return asked
}

describe('askPermits', () => {
  it('asks once', async () => {
    const asked = wechatAnswers({ a: 'accept', b: 'accept' }, { a: 'accept' }, { a: 'accept' })
    expect(await askPermits(['a', 'b'], 3)).toEqual({ a: 1, b: 1 })
    expect(asked).toEqual([['a', 'b']])
  })

  it('adds more of the templates whose answer WeChat remembers, since it shows nothing then', async () => {
    remembered = { a: 'accept', b: 'reject' }
    const asked = wechatAnswers({ a: 'accept', b: 'reject', c: 'accept' }, { a: 'accept' }, { a: 'accept' })
    expect(await askPermits(['a', 'b', 'c'], 3)).toEqual({ a: 3, c: 1 })
    expect(asked).toEqual([['a', 'b', 'c'], ['a'], ['a']])
  })

  it('returns as many permissions as WeChat grants in one tap', async () => {
    remembered = { a: 'accept', b: 'accept' }
    wechatAnswers({ a: 'accept', b: 'accept' })
    expect(await askPermits(['a', 'b'], 10)).toEqual({ a: 1, b: 1 })
  })

  it('returns none when the person refuses or has turned messages off', async () => {
    wechatAnswers({ a: 'reject' })
    expect(await askPermits(['a'], 10)).toEqual({})
    wechatAnswers(new Error('requestSubscribeMessage:fail last call has not ended'))
    expect(await askPermits(['a'], 10)).toEqual({})
  })

  it('asks for three templates at most', async () => {
    const asked = wechatAnswers({ a: 'accept' })
    await askPermits(['a', 'b', 'c', 'd'], 1)
    expect(asked).toEqual([['a', 'b', 'c']])
  })
})
