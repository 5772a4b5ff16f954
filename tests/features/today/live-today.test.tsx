import { act, fireEvent, render, screen } from '@testing-library/react'
import { Desk } from '@/pages/merchant/desk'
import { type Answer, stage } from '../../support/taro'
import { order, session } from '../orders/sample-orders'
import { shop } from '../settings/sample-shop'

const today = (more: object) => ({
  waiting: 0,
  lastOrder: 3,
  accepted: 0,
  underway: 1,
  openRefunds: 0,
  cancelRequests: 0,
  days: Array.from({ length: 7 }, (_, i) => ({ day: `2026-11-2${i}`, orders: 1, total: 1000 })),
  products: 2,
  lowStock: 0,
  ...more,
})
let facts: Answer
let waiting: ReturnType<typeof order>[]
const polls = () => stage.requests.filter(({ path }) => path.endsWith('/today'))
const oscillators = jest.fn()

/** As much of a browser's audio as the chime uses. */
class FakeContext {
  state = 'suspended'
  currentTime = 0
  async resume() {
    this.state = 'running'
  }
  createOscillator() {
    oscillators()
    return { frequency: {}, connect: () => undefined, start: () => undefined, stop: () => undefined }
  }
  createGain = () => ({
    gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
    connect: () => undefined,
  })
}

beforeEach(() => {
  jest.useFakeTimers()
  stage.reset()
  oscillators.mockReset()
  waiting = []
  facts = { status: 200, body: today({}), header: { etag: '"a"' } }
  stage.answer(({ path, header }) => {
    if (path === '/api/sessions') return session
    if (path.includes('/orders')) return { status: 200, body: { items: waiting } }
    if (!path.endsWith('/today')) return { status: 404, body: { code: 'not-found', status: 404 } }
    return header['If-None-Match'] === facts.header?.etag ? { status: 304 } : facts
  })
})
afterEach(() => jest.useRealTimers())

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const comes = (number: number) => {
  facts = {
    status: 200,
    body: today({ waiting: number - 3, lastOrder: number, oldestWaiting: Date.now() }),
    header: { etag: `"${number}"` },
  }
}

async function open(tab: 'today' | 'orders' = 'today') {
  render(<Desk shop={shop()} onShop={() => undefined} first={tab} reload={async () => undefined} />)
  await pass(10)
}

describe('the page of a seller that stays open', () => {
  beforeAll(() => Object.assign(window, { AudioContext: FakeContext }))

  it('announces an order that came, in words, in the tab and in the title', async () => {
    await open()
    expect(screen.queryByText('来了 1 单')).toBeNull()
    comes(4)
    await pass(20_000)
    expect(screen.getByText('来了 1 单').closest('[role="status"]')).not.toBeNull()
    expect(screen.getByText('1 单等您接单')).toBeInTheDocument()
    expect(screen.getByRole('tab', { name: /订单\s*1/ })).toBeInTheDocument()
    expect(document.title).toMatch(/^\(1\) /)
  })

  it('asks only for what is newer than it has', async () => {
    await open()
    await pass(40_000)
    expect(polls().map(({ header }) => header['If-None-Match'])).toEqual([undefined, undefined, '"a"'])
    expect(screen.getByText('没有等着接的单')).toBeInTheDocument()
  })

  it('reads nothing in the background, and at once when it is shown again', async () => {
    await open()
    act(() => stage.hide())
    const before = polls().length
    comes(5)
    await pass(120_000)
    expect(polls()).toHaveLength(before)
    act(() => stage.show())
    await pass(10)
    expect(polls()).toHaveLength(before + 1)
    expect(screen.getByText('来了 2 单')).toBeInTheDocument()
  })

  it('plays a short sound once somebody has tapped, unless the sound is switched off', async () => {
    await open()
    comes(4)
    await pass(20_000)
    expect(oscillators).not.toHaveBeenCalled()
    fireEvent.pointerDown(document.body)
    await pass(1)
    comes(5)
    await pass(20_000)
    expect(oscillators).toHaveBeenCalledTimes(2)
    fireEvent.click(screen.getByText('来单响一声：开着'))
    comes(6)
    await pass(20_000)
    expect(oscillators).toHaveBeenCalledTimes(2)
    expect(screen.getByText('来单响一声：关了')).toBeInTheDocument()
  })

  it('keeps the place of each card when the first order comes', async () => {
    await open()
    const titles = () => [...document.querySelectorAll('.to-do__title')].map((title) => title.textContent)
    const others = ['1 单正在送', '小店钥匙还没存好', '您的店在哪个村？']
    expect(titles()).toEqual(['没有等着接的单', ...others])
    comes(4)
    await pass(20_000)
    expect(titles()).toEqual(['1 单等您接单', ...others])
  })

  it('appends orders that came to those that wait, and takes none away', async () => {
    const [first, second] = ['1', '2'].map((n, i) =>
      order({ id: `01J000000000000000000RDER${n}`, number: i + 3 }),
    )
    if (!first || !second) throw new Error('two orders are needed')
    waiting = [first]
    await open('orders')
    expect(screen.getByText('第 3 单')).toBeInTheDocument()
    waiting = [second]
    comes(4)
    await pass(20_000)
    const numbers = [...document.querySelectorAll('.order-card__number')].map((one) => one.textContent)
    expect(numbers).toEqual(['第 3 单', '第 4 单'])
  })
})
