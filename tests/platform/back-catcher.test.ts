import { createBackCatcher } from '@/platform/navigation/back-catcher'

/** What the phone was told: up and away, in their order. */
let told: boolean[]
let catcher: ReturnType<typeof createBackCatcher>
const settled = () => jest.advanceTimersByTimeAsync(0)

beforeEach(() => {
  jest.useFakeTimers()
  told = []
  catcher = createBackCatcher((on) => told.push(on))
})
afterEach(() => jest.useRealTimers())

/** A sheet that closes when it is told to, unless it holds on. */
function sheet(closed: string[], name: string, holds = () => false) {
  const end = catcher.open(() => {
    closed.push(name)
    if (!holds()) end()
  })
  return end
}
/** WeChat takes it away and tells. */
async function back() {
  catcher.leaves()
  catcher.gone()
  await settled()
}

test('back closes the uppermost sheet, one at a time, and it stands again for the next', async () => {
  const closed: string[] = []
  sheet(closed, 'lower')
  sheet(closed, 'upper')
  await settled()
  expect(told).toEqual([true])
  await back()
  expect(closed).toEqual(['upper'])
  expect(told).toEqual([true, false, true])
  await back()
  expect(closed).toEqual(['upper', 'lower'])
  expect(told).toEqual([true, false, true, false])
})

test('a sheet in the place of another keeps it up; the last one that closes takes it away', async () => {
  const first = catcher.open(() => undefined)
  await settled()
  first()
  const second = catcher.open(() => undefined)
  await settled()
  expect(told).toEqual([true])
  second()
  await settled()
  expect(told).toEqual([true, false])
  // it leaves as it was told to: nobody went back
  const other = jest.fn()
  catcher.open(other)
  await back()
  expect(other).not.toHaveBeenCalled()
  expect(told).toEqual([true, false, true])
})

test('a sheet that holds on stays, and back asks it again', async () => {
  const closed: string[] = []
  let busy = true
  sheet(closed, 'busy', () => busy)
  await settled()
  await back()
  expect(told).toEqual([true, false, true])
  busy = false
  await back()
  expect(closed).toEqual(['busy', 'busy'])
  expect(told).toEqual([true, false, true, false])
})

test('where the phone does not tell that it has left, it stands again all the same', async () => {
  const closed: string[] = []
  sheet(closed, 'lower')
  sheet(closed, 'upper')
  await settled()
  catcher.leaves()
  await jest.advanceTimersByTimeAsync(500)
  expect(told).toEqual([true, false, true])
  // what comes late is about what is over
  catcher.gone()
  await back()
  expect(closed).toEqual(['upper', 'lower'])
})

describe('what leads to the page below', () => {
  test('is done at once where nothing catches it', () => {
    const way = jest.fn()
    catcher.pass(way)
    expect(way).toHaveBeenCalledTimes(1)
  })

  test('waits until nothing does, and once done closes no sheet', async () => {
    const [way, close] = [jest.fn(), jest.fn()]
    catcher.open(close)
    await settled()
    catcher.pass(way)
    expect(told).toEqual([true, false])
    catcher.leaves()
    await settled()
    expect(way).not.toHaveBeenCalled()
    catcher.gone()
    expect(way).toHaveBeenCalledTimes(1)
    expect(close).not.toHaveBeenCalled()
    expect(told).toEqual([true, false])
  })

  test('also waits for what is still on its way off, and for a phone that never tells', async () => {
    const way = jest.fn()
    const end = catcher.open(() => undefined)
    await settled()
    end()
    await settled()
    // longer than it takes to put it up again: it may still stand
    await jest.advanceTimersByTimeAsync(500)
    catcher.pass(way)
    expect(way).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1500)
    expect(way).toHaveBeenCalledTimes(1)
    // by then it is surely away
    await jest.advanceTimersByTimeAsync(2000)
    const next = jest.fn()
    catcher.pass(next)
    expect(next).toHaveBeenCalledTimes(1)
  })

  test('is taken again where a very slow phone caught it, once', async () => {
    const way = jest.fn()
    catcher.open(() => undefined)
    await settled()
    catcher.pass(way)
    await jest.advanceTimersByTimeAsync(1500)
    expect(way).toHaveBeenCalledTimes(1)
    await back()
    await jest.advanceTimersByTimeAsync(1000)
    expect(way).toHaveBeenCalledTimes(2)
    // it led somewhere: the page is gone
    catcher.end()
    await jest.advanceTimersByTimeAsync(5000)
    expect(way).toHaveBeenCalledTimes(2)
  })

  test('that leads nowhere leaves the sheet as it was', async () => {
    const close = jest.fn()
    catcher.open(close)
    await settled()
    catcher.pass(() => undefined)
    catcher.gone()
    await jest.advanceTimersByTimeAsync(2000)
    expect(told).toEqual([true, false, true])
    await back()
    expect(close).toHaveBeenCalledTimes(1)
  })
})
