import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { useConsent as useConsentOnH5 } from '@/platform/device/use-consent.h5'
import { useConsent } from '@/platform/device/use-consent.weapp'

const pick = jest.fn()

async function renderWith(needAuthorization: boolean) {
  Object.assign(Taro, {
    getPrivacySetting: ({ success }: { success(reply: { needAuthorization: boolean }): void }) =>
      success({ needAuthorization }),
  })
  const { result } = renderHook(() => useConsent<string>(pick))
  await act(async () => undefined)
  return result
}

beforeEach(() => pick.mockClear())

describe('useConsent in WeChat', () => {
  it('picks at once if no consent is needed', async () => {
    const consent = await renderWith(false)
    act(() => consent.current.pick('album'))
    expect(pick.mock.calls).toEqual([['album']])
    expect(consent.current.asking).toBeUndefined()
  })

  it('picks only after the user agrees, and does not ask again', async () => {
    const consent = await renderWith(true)
    act(() => consent.current.pick('album'))
    expect(pick).not.toHaveBeenCalled()
    act(() => consent.current.asking?.agree())
    act(() => consent.current.pick('camera'))
    expect(pick.mock.calls).toEqual([['album'], ['camera']])
  })

  it('picks nothing after a refusal, and asks again', async () => {
    const consent = await renderWith(true)
    act(() => consent.current.pick('album'))
    act(() => consent.current.asking?.refuse())
    expect(consent.current.asking).toBeUndefined()
    act(() => consent.current.pick('album'))
    expect(consent.current.asking).toBeDefined()
    expect(pick).not.toHaveBeenCalled()
  })
})

describe('useConsent on H5', () => {
  it('leaves the question to the browser', () => {
    const { result } = renderHook(() => useConsentOnH5<string>(pick))
    act(() => result.current.pick('album'))
    expect(pick.mock.calls).toEqual([['album']])
  })
})
