import type { PlayerAction, PlayerMessage, PlayerRequest } from '@/demo-player/protocol'

/** A site in a frame, in which a player does what a person would. */
export interface FramePlayer {
  /**
   * Does an action; resolves with what it reads.
   * @param pace a factor of all durations
   * @throws Error when the page does not come so far
   */
  run(action: PlayerAction, pace: number): Promise<string | undefined>
  /** Ends the action that is under way, which is rejected, and all later ones. */
  close(): void
}

/** The part of a window that is used here. */
interface FrameWindow {
  postMessage(message: unknown, targetOrigin: string): void
}

interface Pending {
  request: PlayerRequest
  /** It was done, though the page may be left before it says so. */
  hasActed: boolean
  resolve(result: string | undefined): void
  reject(error: Error): void
  timer: ReturnType<typeof setTimeout> | undefined
}

/** A page that answers nothing for this time is stuck, in ms. The player itself gives up earlier. */
const TIMEOUT_MS = 60_000

const isPlayerMessage = (data: unknown): data is PlayerMessage =>
  data !== null && typeof data === 'object' && Reflect.get(data, 'from') === 'demo-player'

/** Talks to the player in a frame of an origin. One action is done after the other. */
export function createFramePlayer(frame: () => FrameWindow | null | undefined, origin: string): FramePlayer {
  let pending: Pending | undefined
  let lastId = 0
  let isClosed = false

  const send = () => pending && frame()?.postMessage(pending.request, origin)

  function settle(): Pending | undefined {
    const settled = pending
    pending = undefined
    clearTimeout(settled?.timer)
    return settled
  }

  /** A page that has just loaded is the result of the pending action, or has not received the action and gets it again. */
  function handleReady() {
    if (pending?.hasActed || pending?.request.action.do === 'open') settle()?.resolve(undefined)
    else send()
  }

  function receive({ data, origin: from, source }: MessageEvent) {
    if (from !== origin || source !== frame() || !isPlayerMessage(data)) return
    if (data.kind === 'ready') return handleReady()
    if (data.id !== pending?.request.id) return
    if (data.kind === 'acted') pending.hasActed = true
    else if (data.kind === 'done') settle()?.resolve(data.result)
    else settle()?.reject(new Error(data.reason))
  }

  window.addEventListener('message', receive)
  return {
    run: (action, pace) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('closed'))
        lastId += 1
        const request: PlayerRequest = { to: 'demo-player', id: lastId, action, pace }
        const giveUp = () => settle()?.reject(new Error(`no answer to ${JSON.stringify(action)}`))
        // people take the time they need
        const timer = action.do === 'guide' ? undefined : setTimeout(giveUp, TIMEOUT_MS)
        pending = { request, hasActed: false, resolve, reject, timer }
        send()
      }),
    close() {
      isClosed = true
      window.removeEventListener('message', receive)
      settle()?.reject(new Error('closed'))
    },
  }
}
