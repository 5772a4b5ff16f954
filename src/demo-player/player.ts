import { act } from './act'
import type { PlayerMessage, PlayerRequest } from './protocol'
import { watchGeneration } from './watch-generation'

/** The origins of the server that offers this demo world; the script that is served sets them first. */
const { demoHosts = [] } = self as unknown as { demoHosts?: readonly string[] }

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
