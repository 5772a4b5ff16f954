import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { followAppVisibility } from '@/platform/lifecycle/app-visibility.weapp'
import { useForegroundPolling, usePolling } from '@/platform/lifecycle/use-polling'
import { fakeTaro } from '../support/components/taro'

beforeEach(() => jest.useFakeTimers())

function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
  document.dispatchEvent(new Event('visibilitychange'))
}

const advance = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

describe('usePolling', () => {
  it('pauses while another page covers this one', async () => {
    const run = jest.fn()
    renderHook(() => usePolling(run, 1000))
    await advance(2000)
    act(() => fakeTaro.hide())
    await advance(5000)
    expect(run).toHaveBeenCalledTimes(2)
    act(() => fakeTaro.show())
    await advance(1000)
    expect(run).toHaveBeenCalledTimes(3)
  })
})

describe('useForegroundPolling', () => {
  it('continues while another page covers this one, and pauses in the background', async () => {
    const run = jest.fn()
    renderHook(() => useForegroundPolling(run, 1000))
    act(() => fakeTaro.hide())
    await advance(2000)
    expect(run).toHaveBeenCalledTimes(2)
    act(() => setVisibility('hidden'))
    await advance(5000)
    expect(run).toHaveBeenCalledTimes(2)
    act(() => setVisibility('visible'))
    await advance(1000)
    expect(run).toHaveBeenCalledTimes(3)
  })

  it('stops with its page, and while it is not active', async () => {
    const run = jest.fn()
    const { rerender, unmount } = renderHook(({ isActive }) => useForegroundPolling(run, 1000, isActive), {
      initialProps: { isActive: false },
    })
    await advance(5000)
    expect(run).not.toHaveBeenCalled()
    rerender({ isActive: true })
    await advance(1000)
    unmount()
    await advance(5000)
    expect(run).toHaveBeenCalledTimes(1)
  })
})

describe('followAppVisibility in a mini-program', () => {
  it('follows the app to the background and back, until it is stopped', () => {
    const listeners = { show: new Set<() => void>(), hide: new Set<() => void>() }
    Object.assign(Taro, {
      onAppShow: (listener: () => void) => listeners.show.add(listener),
      onAppHide: (listener: () => void) => listeners.hide.add(listener),
      offAppShow: (listener: () => void) => listeners.show.delete(listener),
      offAppHide: (listener: () => void) => listeners.hide.delete(listener),
    })
    const onChange = jest.fn()
    const stop = followAppVisibility(onChange)
    for (const listener of [...listeners.hide, ...listeners.show]) listener()
    expect(onChange.mock.calls).toEqual([[false], [true]])
    stop()
    expect([listeners.show.size, listeners.hide.size]).toEqual([0, 0])
  })
})
