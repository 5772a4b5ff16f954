import { act, renderHook, waitFor } from '@testing-library/react'
import { useDialog } from '@/platform/a11y/use-dialog'
import { followHistory, leavePage } from '@/platform/navigation/page-transitions'
import { stepHistory } from '@/platform/navigation/step-history'

/** A popstate listener registered after the sheet history, like the router's. */
const onPopState = jest.fn()
const depth = () => (window.history.state ?? {}) as { sheet?: number; step?: number; key?: string }

const open = (onClose: () => void) => renderHook(() => useDialog('一张', onClose))
const sheets = async (count: number) => {
  await waitFor(() => expect(depth().sheet ?? 0).toBe(count))
  // pending history changes are finished
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  await waitFor(() => expect(depth().sheet ?? 0).toBe(count))
}
/** Goes back and waits for the browser to have done so. */
const back = async () => {
  const before: unknown = window.history.state
  await act(async () => window.history.back())
  await waitFor(() => expect(window.history.state).not.toBe(before))
}

let page = 0
beforeAll(() => {
  followHistory()
  window.addEventListener('popstate', onPopState)
})
beforeEach(async () => {
  page += 1
  window.history.pushState({ key: `page ${page}` }, '', `/page-${page}`)
  onPopState.mockClear()
})

describe('sheet history', () => {
  it('closes the topmost sheet on each back without notifying the router', async () => {
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
    expect(onPopState).not.toHaveBeenCalled()
  })

  it('removes the entry of a closed sheet', async () => {
    const sheet = open(() => undefined)
    await sheets(1)
    sheet.unmount()
    await sheets(0)
    expect(onPopState).not.toHaveBeenCalled()
    await back()
    await waitFor(() => expect(depth().key).not.toBe(`page ${page}`))
    expect(onPopState).toHaveBeenCalledTimes(1)
  })

  it('reuses the entry of a sheet that another replaces', async () => {
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

  it('keeps the entry of a sheet that does not close', async () => {
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

  it('leaves a page from its own entry when its sheet closes', async () => {
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
    expect(onPopState).toHaveBeenCalledTimes(1)
  })

  it('restores the entry of an open sheet when its page is shown again', async () => {
    const sheet = open(() => undefined)
    await sheets(1)
    const go = jest.fn(() => window.history.pushState({ key: `${page} next` }, '', '/next'))
    leavePage(go)
    await waitFor(() => expect(go).toHaveBeenCalledTimes(1))
    await sheets(0)
    await back()
    // the router shows the page
    await waitFor(() => expect(onPopState).toHaveBeenCalledTimes(1))
    await waitFor(() => expect(depth().sheet).toBe(1), { timeout: 3000 })
    sheet.unmount()
    await sheets(0)
  })

  describe('with step history', () => {
    it("keeps the step on back over a sheet and replaces the sheet's entry by a step", async () => {
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
      expect(onPopState).not.toHaveBeenCalled()
      stop()
    })
  })
})
