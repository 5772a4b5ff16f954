import { act } from './act'
import type { PlayerMessage, PlayerRequest } from './protocol'

/** What the script that is served sets first: the origins of the server that offers this demo world, and the world's generation. */
const { demoHosts = [], demoGeneration } = self as unknown as {
  demoHosts?: readonly string[]
  demoGeneration?: string
}

/** Interval in ms in which a page checks that its world is still the same. */
const ASK_EVERY_MS = 4000

/** Starts over at the home page when the world was reset: what the page shows is gone. */
function watchGeneration(): void {
  const ask = async () => {
    if (document.hidden) return
    const reply = await fetch('/demo-generation', { cache: 'no-store' }).catch(() => undefined)
    if (!reply?.ok) return
    if ((await reply.text()) !== demoGeneration) location.replace('/')
  }
  setInterval(() => void ask(), ASK_EVERY_MS)
  void ask()
}

function isRequest(data: unknown): data is PlayerRequest {
  return data !== null && typeof data === 'object' && Reflect.get(data, 'to') === 'demo-player'
}

/** Plays what the page around this frame asks for, if that is a page of the server. */
function listen(): void {
  addEventListener('message', ({ data, origin, source }: MessageEvent) => {
    if (source !== parent || !demoHosts.includes(origin) || !isRequest(data)) return
    const { id, action, pace } = data
    const send = (message: PlayerMessage) => parent.postMessage(message, origin)
    act(action, pace, () => send({ from: 'demo-player', kind: 'acted', id })).then(
      (result) =>
        send({ from: 'demo-player', kind: 'done', id, ...(result === undefined ? {} : { result }) }),
      (error: unknown) => send({ from: 'demo-player', kind: 'failed', id, reason: String(error) }),
    )
  })
  // says nothing of this page, which only the server's pages may show in frames
  const ready: PlayerMessage = { from: 'demo-player', kind: 'ready' }
  parent.postMessage(ready, '*')
}

watchGeneration()
if (parent !== self) listen()
