import Taro from '@tarojs/taro'
import { askPermits } from '@/platform/notifications/permits.weapp'

/** What WeChat answers to each question, in turn. */
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

describe('the permissions of WeChat', () => {
  it('are asked for until there are enough, for those templates that are permitted', async () => {
    const asked = wechatAnswers({ a: 'accept', b: 'reject' }, { a: 'accept' }, { a: 'accept' })
    expect(await askPermits(['a', 'b'], 3)).toEqual({ a: 3 })
    expect(asked).toEqual([['a', 'b'], ['a'], ['a']])
  })

  it('are as many as WeChat asks for in one tap', async () => {
    wechatAnswers({ a: 'accept', b: 'accept' })
    expect(await askPermits(['a', 'b'], 10)).toEqual({ a: 1, b: 1 })
  })

  it('are none when the person refuses, or has switched messages off', async () => {
    wechatAnswers({ a: 'reject' })
    expect(await askPermits(['a'], 10)).toEqual({})
    wechatAnswers(new Error('requestSubscribeMessage:fail last call has not ended'))
    expect(await askPermits(['a'], 10)).toEqual({})
  })

  it('are asked for three templates at most', async () => {
    const asked = wechatAnswers({ a: 'accept' })
    await askPermits(['a', 'b', 'c', 'd'], 1)
    expect(asked).toEqual([['a', 'b', 'c']])
  })
})
