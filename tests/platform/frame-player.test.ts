import type { PlayerAction, PlayerMessage } from '@/demo-player/protocol'
import { createFramePlayer, type FramePlayer } from '@/platform/frames/frame-player'

const ORIGIN = 'http://localhost:4190'
const TAP: PlayerAction = { do: 'tap', target: { name: '开张' } }

/** A frame that keeps what it is sent. */
const frame = {
  sent: [] as { id: number; action: PlayerAction; to: string }[],
  postMessage(message: unknown, to: string) {
    frame.sent.push({ ...(message as { id: number; action: PlayerAction }), to })
  },
}

const say = (data: PlayerMessage | object, origin = ORIGIN, source: unknown = frame) => {
  const event = new MessageEvent('message', { data, origin })
  Object.defineProperty(event, 'source', { value: source })
  window.dispatchEvent(event)
}
const done = (id: number, result?: string): PlayerMessage => ({
  ...{ from: 'demo-player', kind: 'done', id },
  ...(result === undefined ? {} : { result }),
})
const ready: PlayerMessage = { from: 'demo-player', kind: 'ready' }

let player: FramePlayer
beforeEach(() => {
  frame.sent = []
  player = createFramePlayer(() => frame, ORIGIN)
})
afterEach(() => player.close())

/** True once a promise is settled. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false
  const mark = () => {
    settled = true
  }
  promise.then(mark, mark)
  await new Promise((resolve) => setTimeout(resolve))
  return settled
}

describe('createFramePlayer', () => {
  it('sends an action to its frame only, and resolves with the result', async () => {
    const reading = player.run({ do: 'read-shop' }, 2)
    expect(frame.sent).toEqual([{ to: ORIGIN, id: 1, action: { do: 'read-shop' }, pace: 2 }])
    say(done(1, 'abcd1234'))
    expect(await reading).toBe('abcd1234')
  })

  it('ignores messages of other origins, of other windows, about other actions and of other kinds', async () => {
    const tapping = player.run(TAP, 1)
    say(done(1), 'http://evil.example')
    say(done(1), ORIGIN, window)
    say(done(7))
    say({ kind: 'done', id: 1 })
    expect(await isSettled(tapping)).toBe(false)
    say(done(1))
    await tapping
  })

  it('rejects with the reason of a page on which the action failed', async () => {
    const tapping = player.run(TAP, 1)
    say({ from: 'demo-player', kind: 'failed', id: 1, reason: '"开张" did not appear' })
    await expect(tapping).rejects.toThrow('"开张" did not appear')
  })

  it('sends the action again to a page that was loaded meanwhile', async () => {
    const tapping = player.run(TAP, 1)
    say(ready)
    expect(frame.sent).toHaveLength(2)
    say(done(1))
    await tapping
  })

  it('resolves a tap that was made before its page was left', async () => {
    const tapping = player.run(TAP, 1)
    say({ from: 'demo-player', kind: 'acted', id: 1 })
    expect(await isSettled(tapping)).toBe(false)
    say(ready)
    await tapping
    expect(frame.sent).toHaveLength(1)
  })

  it('resolves the opening of an address once the page is ready', async () => {
    const opening = player.run({ do: 'open', path: '/s/abcd1234' }, 1)
    expect(await isSettled(opening)).toBe(false)
    say(ready)
    await opening
    expect(frame.sent).toHaveLength(1)
  })

  it('rejects when a page does not answer, but waits for a person without a limit', async () => {
    jest.useFakeTimers()
    const tapping = expect(player.run(TAP, 1)).rejects.toThrow('no answer')
    jest.advanceTimersByTime(60_000)
    await tapping
    const guiding = player.run({ do: 'guide', target: { name: '开张' }, until: { text: '好了' } }, 1)
    jest.advanceTimersByTime(3_600_000)
    jest.useRealTimers()
    expect(await isSettled(guiding)).toBe(false)
    say(done(2))
    await guiding
  })

  it('rejects the current action and every later one when it is closed', async () => {
    const tapping = player.run(TAP, 1)
    player.close()
    await expect(tapping).rejects.toThrow('closed')
    await expect(player.run(TAP, 1)).rejects.toThrow('closed')
  })
})
