import { act, renderHook, waitFor } from '@testing-library/react'
import { useDialog } from '@/platform/a11y/use-dialog'
import { followHistory } from '@/platform/navigation/follow-history'
import { leavePage } from '@/platform/navigation/leave-page'
import { stepHistory } from '@/platform/navigation/step-history'

/** What a router that came later hears of. */
const heard = jest.fn()
const depth = () => (window.history.state ?? {}) as { sheet?: number; step?: number; key?: string }

const open = (onClose: () => void) => renderHook(() => useDialog('一张', onClose))
const sheets = async (count: number) => {
  await waitFor(() => expect(depth().sheet ?? 0).toBe(count))
  // what is under way has ended
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  expect(depth().sheet ?? 0).toBe(count)
}
const back = () => act(async () => window.history.back())

let page = 0
beforeAll(() => {
  followHistory()
  window.addEventListener('popstate', heard)
})
beforeEach(async () => {
  page += 1
  window.history.pushState({ key: `page ${page}` }, '', `/page-${page}`)
  heard.mockClear()
})

test('back closes the uppermost sheet, one at a time, and the router hears nothing', async () => {
  const order: string[] = []
  const lower = open(() => {
    order.push('lower')
    lower.unmount()
  })
  const upper = open(() => {
    order.push('upper')
    upper.unmount()
  })
  await sheets(2)
  await back()
  await sheets(1)
  expect(order).toEqual(['upper'])
  await back()
  await sheets(0)
  expect(order).toEqual(['upper', 'lower'])
  expect(window.location.pathname).toBe(`/page-${page}`)
  expect(heard).not.toHaveBeenCalled()
})

test('one that was closed leaves nothing that back would have to go through', async () => {
  const sheet = open(() => undefined)
  await sheets(1)
  sheet.unmount()
  await sheets(0)
  expect(heard).not.toHaveBeenCalled()
  await back()
  await waitFor(() => expect(depth().key).not.toBe(`page ${page}`))
  expect(heard).toHaveBeenCalledTimes(1)
})

test('one that takes the place of another takes its entry', async () => {
  const before = window.history.length
  const first = open(() => undefined)
  await sheets(1)
  first.unmount()
  const close = jest.fn(() => second.unmount())
  const second = open(close)
  await sheets(1)
  expect(window.history.length).toBe(before + 1)
  await back()
  await sheets(0)
  expect(close).toHaveBeenCalledTimes(1)
})

test('one that does not close is still there for the next press', async () => {
  const close = jest.fn()
  const sheet = open(close)
  await sheets(1)
  await back()
  await sheets(1)
  await back()
  await sheets(1)
  expect(close).toHaveBeenCalledTimes(2)
  sheet.unmount()
  await sheets(0)
})

test('a page is left from its own entry, also by what closes its sheet', async () => {
  const sheet = open(() => undefined)
  await sheets(1)
  const before = window.history.length
  const go = jest.fn(() => window.history.pushState({ key: `${page} next` }, '', '/next'))
  leavePage(go)
  sheet.unmount()
  await waitFor(() => expect(go).toHaveBeenCalledTimes(1))
  await sheets(0)
  expect(window.history.length).toBe(before)
  await back()
  await waitFor(() => expect(depth().key).toBe(`page ${page}`))
  expect(depth().sheet).toBeUndefined()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('one that stays open below another page has its entry again when people come back', async () => {
  const sheet = open(() => undefined)
  await sheets(1)
  const go = jest.fn(() => window.history.pushState({ key: `${page} next` }, '', '/next'))
  leavePage(go)
  await waitFor(() => expect(go).toHaveBeenCalledTimes(1))
  await sheets(0)
  await back()
  // the router shows the page
  await waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
  await waitFor(() => expect(depth().sheet).toBe(1), { timeout: 3000 })
  sheet.unmount()
  await sheets(0)
})

describe('beside steps', () => {
  test('back over a sheet stays at its step; a step from a sheet takes its entry', async () => {
    const onStep = jest.fn()
    const stop = stepHistory.listen(onStep)
    stepHistory.push(2)
    const sheet = open(() => sheet.unmount())
    await sheets(1)
    await back()
    await sheets(0)
    expect(stepHistory.current()).toBe(2)
    expect(onStep).not.toHaveBeenCalled()

    const other = open(() => undefined)
    await sheets(1)
    stepHistory.push(3)
    other.unmount()
    await sheets(0)
    await back()
    await waitFor(() => expect(onStep).toHaveBeenCalledWith(2))
    await sheets(0)
    expect(stepHistory.current()).toBe(2)
    await stepHistory.unwind()
    expect(stepHistory.current()).toBe(0)
    expect(depth().key).toBe(`page ${page}`)
    expect(onStep).toHaveBeenCalledTimes(1)
    expect(heard).not.toHaveBeenCalled()
    stop()
  })
})
