import { createBackInterceptor } from '@/platform/navigation/back-interceptor'

/** Arguments of each call: true mounts the page container, false removes it. */
let calls: boolean[]
let interceptor: ReturnType<typeof createBackInterceptor>
const settled = () => jest.advanceTimersByTimeAsync(0)

beforeEach(() => {
  jest.useFakeTimers()
  calls = []
  interceptor = createBackInterceptor((on) => calls.push(on))
})

/** Opens a sheet that closes when asked, unless `holds` returns true. */
function openSheet(closed: string[], name: string, holds = () => false) {
  const end = interceptor.open(() => {
    closed.push(name)
    if (!holds()) end()
  })
  return end
}
/** Simulates WeChat removing the container on back. */
async function back() {
  interceptor.handleBeforeLeave()
  interceptor.handleAfterLeave()
  await settled()
}

describe('createBackInterceptor', () => {
  it('closes the topmost sheet on each back and mounts the container again', async () => {
    const closed: string[] = []
    openSheet(closed, 'lower')
    openSheet(closed, 'upper')
    await settled()
    expect(calls).toEqual([true])
    await back()
    expect(closed).toEqual(['upper'])
    expect(calls).toEqual([true, false, true])
    await back()
    expect(closed).toEqual(['upper', 'lower'])
    expect(calls).toEqual([true, false, true, false])
  })

  it('keeps the container mounted while one sheet replaces another', async () => {
    const first = interceptor.open(() => undefined)
    await settled()
    first()
    const second = interceptor.open(() => undefined)
    await settled()
    expect(calls).toEqual([true])
    second()
    await settled()
    expect(calls).toEqual([true, false])
    // the container was removed by the app, so this is not a back
    const other = jest.fn()
    interceptor.open(other)
    await back()
    expect(other).not.toHaveBeenCalled()
    expect(calls).toEqual([true, false, true])
  })

  it('keeps a sheet that refuses to close and asks it again on the next back', async () => {
    const closed: string[] = []
    let busy = true
    openSheet(closed, 'busy', () => busy)
    await settled()
    await back()
    expect(calls).toEqual([true, false, true])
    busy = false
    await back()
    expect(closed).toEqual(['busy', 'busy'])
    expect(calls).toEqual([true, false, true, false])
  })

  it('mounts the container again when the phone does not report its removal', async () => {
    const closed: string[] = []
    openSheet(closed, 'lower')
    openSheet(closed, 'upper')
    await settled()
    interceptor.handleBeforeLeave()
    await jest.advanceTimersByTimeAsync(500)
    expect(calls).toEqual([true, false, true])
    // a late report concerns the earlier removal
    interceptor.handleAfterLeave()
    await back()
    expect(closed).toEqual(['upper', 'lower'])
  })

  describe('with navigation to the page below', () => {
    it('runs it at once when no container is mounted', () => {
      const way = jest.fn()
      interceptor.runUnintercepted(way)
      expect(way).toHaveBeenCalledTimes(1)
    })

    it('waits for the removal and closes no sheet', async () => {
      const [way, close] = [jest.fn(), jest.fn()]
      interceptor.open(close)
      await settled()
      interceptor.runUnintercepted(way)
      expect(calls).toEqual([true, false])
      interceptor.handleBeforeLeave()
      await settled()
      expect(way).not.toHaveBeenCalled()
      interceptor.handleAfterLeave()
      expect(way).toHaveBeenCalledTimes(1)
      expect(close).not.toHaveBeenCalled()
      expect(calls).toEqual([true, false])
    })

    it('waits for a removal in progress, at most as long as the timeout', async () => {
      const way = jest.fn()
      const end = interceptor.open(() => undefined)
      await settled()
      end()
      await settled()
      // longer than the delay of a new mount: the container may still be there
      await jest.advanceTimersByTimeAsync(500)
      interceptor.runUnintercepted(way)
      expect(way).not.toHaveBeenCalled()
      await jest.advanceTimersByTimeAsync(1500)
      expect(way).toHaveBeenCalledTimes(1)
      // by now the container is removed
      await jest.advanceTimersByTimeAsync(2000)
      const next = jest.fn()
      interceptor.runUnintercepted(next)
      expect(next).toHaveBeenCalledTimes(1)
    })

    it('repeats the navigation once when a slow phone caught it', async () => {
      const way = jest.fn()
      interceptor.open(() => undefined)
      await settled()
      interceptor.runUnintercepted(way)
      await jest.advanceTimersByTimeAsync(1500)
      expect(way).toHaveBeenCalledTimes(1)
      await back()
      await jest.advanceTimersByTimeAsync(1000)
      expect(way).toHaveBeenCalledTimes(2)
      // the navigation succeeded: the page is destroyed
      interceptor.dispose()
      await jest.advanceTimersByTimeAsync(5000)
      expect(way).toHaveBeenCalledTimes(2)
    })

    it('restores the sheet when the navigation leads nowhere', async () => {
      const close = jest.fn()
      interceptor.open(close)
      await settled()
      interceptor.runUnintercepted(() => undefined)
      interceptor.handleAfterLeave()
      await jest.advanceTimersByTimeAsync(2000)
      expect(calls).toEqual([true, false, true])
      await back()
      expect(close).toHaveBeenCalledTimes(1)
    })
  })
})
