import { act, fireEvent, screen } from '@testing-library/react'
import { useOrderSound } from '@/features/today/order-sound'
import {
  fakeEventSources,
  installFakeEventSource,
  removeFakeEventSource,
} from '../../support/components/fake-event-source'
import { fakeTaro, ok } from '../../support/components/taro'
import { order } from '../orders/sample-orders'
import { shop } from '../settings/sample-shop'
import { advance, open, orderArrives, press, resetDashboard, server, titles, today } from './open-dashboard'

const polls = () => fakeTaro.requests.filter(({ path }) => path.endsWith('/today'))
const oscillators = jest.fn()

/** The parts of AudioContext that the chime uses. */
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
  resetDashboard()
  oscillators.mockReset()
})
afterEach(removeFakeEventSource)

function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('merchant dashboard', () => {
  beforeAll(() => Object.assign(window, { AudioContext: FakeContext }))

  it('announces a new order in words, in the tab and in the title', async () => {
    await open()
    expect(screen.queryByText('来了 1 单')).toBeNull()
    orderArrives(4)
    await advance(20_000)
    expect(screen.getByText('来了 1 单').closest('[role="status"]')).not.toBeNull()
    expect(screen.getByText('1 单等您接单')).toBeInTheDocument()
    expect(screen.getByRole('tab', { name: /订单\s*1/ })).toBeInTheDocument()
    expect(document.title).toMatch(/^\(1\) /)
  })

  it('announces a new order at once on an event of the server, also in the background', async () => {
    installFakeEventSource()
    await open()
    const [stream] = fakeEventSources
    expect(stream?.url).toBe(`/api/shops/${shop().id}/events`)
    orderArrives(4)
    await act(async () => stream?.bring({ count: 1, changedAt: 5 }))
    await advance(1)
    expect(screen.getByText('来了 1 单')).toBeInTheDocument()
    act(() => fakeTaro.hide())
    orderArrives(6)
    await act(async () => stream?.bring({ count: 3, changedAt: 9 }))
    await advance(1)
    expect(screen.getByText('来了 2 单')).toBeInTheDocument()
  })

  it('polls every few seconds while there is no event stream, and reopens a closed one', async () => {
    installFakeEventSource()
    await open()
    const asked = () => fakeTaro.requests.filter(({ path }) => path.endsWith('/waiting')).length
    await act(async () => fakeEventSources[0]?.bring({ count: 0 }))
    await advance(10_000)
    expect(asked()).toBe(0)
    await act(async () => fakeEventSources[0]?.lose({ isGivenUp: true }))
    orderArrives(4)
    server.waitingOrders = ok({ count: 1, changedAt: 5 })
    await advance(2500)
    expect(asked()).toBe(1)
    expect(screen.getByText('来了 1 单')).toBeInTheDocument()
    await advance(2500)
    expect(fakeEventSources).toHaveLength(2)
    await act(async () => fakeEventSources[1]?.bring({ count: 1, changedAt: 5 }))
    const before = asked()
    await advance(10_000)
    expect(asked()).toBe(before)
  })

  it('announces a new order while another page covers it, and does not poll in the background', async () => {
    await open()
    const asked = () => fakeTaro.requests.filter(({ path }) => path.endsWith('/waiting')).length
    act(() => fakeTaro.hide())
    orderArrives(4)
    server.waitingOrders = ok({ count: 1, changedAt: 5 })
    await advance(2500)
    expect(screen.getByText('来了 1 单')).toBeInTheDocument()
    act(() => setVisibility('hidden'))
    const before = asked()
    await advance(60_000)
    expect(asked()).toBe(before)
    act(() => setVisibility('visible'))
    await advance(2500)
    expect(asked()).toBe(before + 1)
  })

  it('polls with the last ETag', async () => {
    await open()
    await advance(40_000)
    expect(polls().map(({ header }) => header['If-None-Match'])).toEqual([undefined, undefined, '"a"'])
    expect(screen.getByText('1 单正在送')).toBeInTheDocument()
  })

  it('pauses polling in the background and polls at once when shown', async () => {
    await open()
    act(() => fakeTaro.hide())
    const before = polls().length
    orderArrives(5)
    await advance(120_000)
    expect(polls()).toHaveLength(before)
    act(() => fakeTaro.show())
    await advance(10)
    expect(polls()).toHaveLength(before + 1)
    expect(screen.getByText('来了 2 单')).toBeInTheDocument()
  })

  it('plays a sound after the first tap unless it is switched off', async () => {
    await open()
    orderArrives(4)
    await advance(20_000)
    expect(oscillators).not.toHaveBeenCalled()
    fireEvent.pointerDown(document.body)
    await advance(1)
    orderArrives(5)
    await advance(20_000)
    expect(oscillators).toHaveBeenCalledTimes(2)
    act(() => useOrderSound.getState().toggle())
    orderArrives(6)
    await advance(20_000)
    expect(oscillators).toHaveBeenCalledTimes(2)
    act(() => useOrderSound.getState().toggle())
  })

  it('announces a claim like a new order, and puts it first among the lines', async () => {
    await open()
    fireEvent.pointerDown(document.body)
    await advance(1)
    server.facts = ok(today({ arrived: 4, waiting: 1, claims: 2, openRefunds: 1 }))
    await advance(20_000)
    expect(screen.getByText('来了 1 单，1 位买家说东西有问题').closest('[role="status"]')).not.toBeNull()
    expect(oscillators).toHaveBeenCalledTimes(2)
    expect(screen.getByRole('tab', { name: /订单\s*2/ })).toBeInTheDocument()
    expect(document.title).toMatch(/^\(2\) /)
    expect(titles()).toEqual(['1 单正在送', '1 位买家说东西有问题', '1 单等您接单'])
    expect(document.querySelectorAll('.button--main')).toHaveLength(1)
    server.facts = ok(today({ arrived: 4, claims: 3, openRefunds: 2 }))
    await advance(20_000)
    expect(screen.getByText('1 位买家说东西有问题')).toBeInTheDocument()
    expect(oscillators).toHaveBeenCalledTimes(4)
  })

  it('keeps the first card while the page is looked at, also when an order arrives', async () => {
    await open()
    orderArrives(4)
    await advance(20_000)
    expect(titles()).toEqual(['1 单正在送', '1 单等您接单'])
    orderArrives(5)
    await advance(20_000)
    expect(titles()).toEqual(['1 单正在送', '2 单等您接单'])
  })

  it('shows in the first card that its to-do was done on another phone', async () => {
    await open()
    server.facts = ok(today({ underway: 0, accepted: 2 }))
    await advance(20_000)
    expect(titles()).toEqual(['这件不用办了', '2 单接了，等着办'])
  })

  const comings: Record<string, () => void> = {
    'returns to the page': () => {
      fakeTaro.hide()
      fakeTaro.show()
    },
    'pulls the page down': () => fakeTaro.pullDown(),
    'returns to the tab': () => {
      for (const name of [/订单/, /今天/]) fireEvent.click(screen.getByRole('tab', { name }))
    },
  }
  it.each(Object.entries(comings))(
    'shows the most pressing to-do in the first card when the owner %s',
    async (_, come) => {
      await open()
      orderArrives(4)
      await act(async () => come())
      await advance(10)
      expect(titles()).toEqual(['1 单等您接单', '1 单正在送'])
    },
  )

  it('shows the next to-do in the first card when the owner has ended its own', async () => {
    server.facts = ok(today({ paperCard: { dueAt: Date.now() + 3_600_000 } }))
    await open()
    expect(titles()).toEqual(['有人拿纸卡来取您的店', '1 单正在送'])
    fakeTaro.answerSignedIn(({ path }) => ok(path.endsWith('/today') ? today({}) : { ended: true }))
    await press('button', /^不是我，停掉/)
    expect(titles()).toEqual(['1 单正在送'])
  })

  it('appends new orders to the waiting ones without removing any', async () => {
    const [first, second] = ['1', '2'].map((n, i) =>
      order({ id: `01J000000000000000000RDER${n}`, number: i + 3 }),
    )
    if (!first || !second) throw new Error('two orders are needed')
    server.waiting = [first]
    await open({ tab: 'orders' })
    expect(screen.getByRole('link', { name: /^3(?!\d)/ })).toBeInTheDocument()
    server.waiting = [second]
    orderArrives(4)
    await advance(20_000)
    const numbers = [...document.querySelectorAll('.order-row__number')].map((one) => one.textContent)
    expect(numbers).toEqual(['3', '4'])
  })
})
