import type { Failure } from '@/domain/failure'

const failure = (code: Failure['code']): Failure => ({ code, status: 403 })

describe('describeFailure in the app of one shop', () => {
  // the engine of these apps is built with this module in place of the words of sellers
  jest.mock('@/locales/parts/seller-failures', () => jest.requireActual('../../config/empty-module.js'))

  it('returns the general message for a failure that only a seller can cause', async () => {
    const { describeFailure, failureWords } = await import('@/locales/failure')
    expect(describeFailure(failure('key-wrong'))).toBe(failureWords.internal)
    expect(describeFailure(failure('out-of-stock'))).toBe('剩的不够了。')
  })
})
