import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import React from 'react'
import { useConsent as useConsentOnH5 } from '@/platform/device/use-consent.h5'

type ConsentModule = typeof import('@/platform/device/use-consent.weapp')

const pick = jest.fn()

/** A mini-program that has just been started, in which nobody has agreed. */
let useConsent: ConsentModule['useConsent']

async function renderWith(needAuthorization: boolean) {
  Object.assign(Taro, {
    getPrivacySetting: ({ success }: { success(reply: { needAuthorization: boolean }): void }) =>
      success({ needAuthorization }),
  })
  const { result } = renderHook(() => useConsent<string>(pick))
  await act(async () => undefined)
  return result
}

beforeEach(() => {
  pick.mockClear()
  jest.isolateModules(() => {
    // the same React and Taro as this test's
    jest.doMock('react', () => React)
    jest.doMock('@tarojs/taro', () => Taro)
    useConsent = (jest.requireActual('@/platform/device/use-consent.weapp') as ConsentModule).useConsent
  })
})

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

  it('asks once on a page with several photos', async () => {
    const [first, second] = [await renderWith(true), await renderWith(true)]
    act(() => first.current.pick('album'))
    act(() => first.current.asking?.agree())
    act(() => second.current.pick('camera'))
    expect(second.current.asking).toBeUndefined()
    expect(pick.mock.calls).toEqual([['album'], ['camera']])
  })

  it('reports whether WeChat needs its own button', async () => {
    expect((await renderWith(false)).current.needsConsent).toBe(false)
    expect((await renderWith(true)).current.needsConsent).toBe(true)
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
  it('leaves the consent to the browser', () => {
    const { result } = renderHook(() => useConsentOnH5<string>(pick))
    act(() => result.current.pick('album'))
    expect(pick.mock.calls).toEqual([['album']])
  })
})
