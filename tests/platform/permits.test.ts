import Taro from '@tarojs/taro'
import { askPermits } from '@/platform/notifications/permits.weapp'

/** Makes WeChat give these answers in turn, then an error; returns the template ids of each request. */
function wechatAnswers(...answers: (Record<string, string> | Error)[]) {
  const asked: string[][] = []
  Object.assign(Taro, {
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
  it('asks again until there are enough, for the permitted templates only', async () => {
    const asked = wechatAnswers({ a: 'accept', b: 'reject' }, { a: 'accept' }, { a: 'accept' })
    expect(await askPermits(['a', 'b'], 3)).toEqual({ a: 3 })
    expect(asked).toEqual([['a', 'b'], ['a'], ['a']])
  })

  it('returns as many permissions as WeChat grants in one tap', async () => {
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
