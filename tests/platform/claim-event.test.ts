import { claimEvent } from '@/platform/lifecycle/claim-event'

type Held = (lock: object | null) => Promise<unknown>

/** The locks of a browser, of which the tests' tabs are all that ask. */
function fakeLocks() {
  const held = new Set<string>()
  return {
    held,
    async request(name: string, _: object, act: Held) {
      if (held.has(name)) return act(null)
      held.add(name)
      await act({ name })
      held.delete(name)
    },
  }
}

const give = (more: object) => {
  for (const [name, value] of Object.entries(more))
    Object.defineProperty(navigator, name, { value, configurable: true })
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => {
  for (const name of ['locks', 'userActivation']) Reflect.deleteProperty(navigator, name)
})

describe('claimEvent', () => {
  it('succeeds in the first of several tabs for each event', async () => {
    give({ locks: fakeLocks() })
    expect(await Promise.all([claimEvent('shop 4'), claimEvent('shop 4'), claimEvent('shop 5')])).toEqual([
      true,
      false,
      true,
    ])
  })

  it('ends after a minute', async () => {
    const locks = fakeLocks()
    give({ locks })
    await claimEvent('shop 4')
    await jest.advanceTimersByTimeAsync(59_000)
    expect([...locks.held]).toEqual(['shop 4'])
    await jest.advanceTimersByTimeAsync(1000)
    expect([...locks.held]).toEqual([])
  })

  it('leaves the event to other tabs while this tab was never tapped', async () => {
    const locks = fakeLocks()
    give({ locks, userActivation: { hasBeenActive: false } })
    expect(await claimEvent('shop 4')).toBe(true)
    give({ userActivation: { hasBeenActive: true } })
    expect(await claimEvent('shop 4')).toBe(true)
    expect(await claimEvent('shop 4')).toBe(false)
  })

  it('succeeds in every tab without locks, or when locks are refused', async () => {
    expect(await claimEvent('shop 4')).toBe(true)
    give({ locks: { request: () => Promise.reject(new DOMException('refused', 'SecurityError')) } })
    expect(await claimEvent('shop 4')).toBe(true)
  })
})
