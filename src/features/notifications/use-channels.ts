import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import { sendOnce } from '@/api/send-once'
import { useCall } from '@/api/use-call'
import type { RouteBody, RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { NotificationEvent } from '@/domain/notification'
import type { BrowserAddress, Permits, PushState } from '@/platform/notifications/notifications-types'
import { askPermits } from '@/platform/notifications/permits'
import { push } from '@/platform/notifications/push'

export type Channels = RouteReply<'GET /api/me/channels'>

type ChangeKind = 'push' | 'permits' | 'sms' | 'quiet' | 'test'

export type ChannelActions = ReturnType<typeof useChannels>

/** The templates that tell of one of these events. */
export const templatesFor = ({ templates }: Channels, events: readonly NotificationEvent[]) =>
  templates.filter((one) => one.events.some((event) => events.includes(event)))

const addBrowser = (body: BrowserAddress) => call('PUT /api/me/browsers', { body })

const removeBrowser = (browser: string) => call('DELETE /api/me/browsers/:browser', { params: { browser } })

const addPermits = (body: RouteBody<'POST /api/me/permits'>) => call('POST /api/me/permits', { body })

/** Renews this browser's subscription at the server and returns whether messages are shown on it; `undefined` until that is known. */
function usePush(channels: Channels | undefined, onChannels: (channels: Channels) => void) {
  const [pushState, setPushState] = useState<PushState>()
  const serverKey = channels?.push?.publicKey
  useEffect(() => {
    void push.read().then(setPushState, () => setPushState('unsupported'))
  }, [])
  useEffect(() => {
    // a browser that the server has forgotten, or whose address has changed
    if (pushState !== 'on' || !channels?.push) return
    const known = channels.push.browsers
    void push.address().then(async (mine) => {
      if (!mine || known.includes(mine.hash)) return
      const reply = await addBrowser(mine.address)
      if (reply.ok) onChannels(reply.data)
    })
  }, [pushState, channels, onChannels])
  return { serverKey, pushState, setPushState }
}

/** The channels of messages to the person at this phone, by the browser and in WeChat, and the changes to them. */
export function useChannels() {
  const read = useCall('GET /api/me/channels', {}, 'signed-in')
  const { data, set } = read
  /** The setting that is being changed. */
  const [busy, setBusy] = useState<ChangeKind>()
  /** The change that failed last; `unreachable` when the browser cannot reach its push service. */
  const [failed, setFailed] = useState<{ kind: ChangeKind; cause: Failure | 'unreachable' }>()
  const { serverKey, pushState, setPushState } = usePush(data, set)

  /** Runs one change, which resolves with the reply that decides whether it failed. */
  async function change(kind: ChangeKind, work: () => Promise<Result<unknown> | undefined>) {
    setBusy(kind)
    setFailed(undefined)
    try {
      const reply = await work()
      if (reply && !reply.ok) setFailed({ kind, cause: reply.failure })
    } catch {
      setFailed({ kind, cause: 'unreachable' })
    }
    setBusy(undefined)
  }

  /** Shows the channels of a reply. */
  async function take(reply: Promise<Result<Channels>>): Promise<Result<Channels>> {
    const result = await reply
    if (result.ok) set(result.data)
    return result
  }

  async function turnOn(key: string): Promise<Result<Channels> | undefined> {
    const state = await push.turnOn(key)
    const mine = state === 'on' ? await push.address() : undefined
    const reply = mine && take(addBrowser(mine.address))
    setPushState(state)
    return reply
  }

  async function turnOff(): Promise<undefined> {
    const mine = await push.address()
    await push.turnOff()
    setPushState('off')
    // if this fails, the server forgets the browser at the next message, which its push service refuses
    if (mine) await take(removeBrowser(mine.hash))
  }

  async function ask(
    events: readonly NotificationEvent[],
    times: number,
    onAnswer: (permits: Permits) => void,
  ): Promise<Result<Channels> | undefined> {
    const ids = data ? templatesFor(data, events).map(({ id }) => id) : []
    const permits = await askPermits(ids, times)
    const body = Object.entries(permits).map(([templateId, count]) => ({ templateId, count }))
    const reply =
      body.length > 0
        ? await take(sendOnce(`permits ${ids}`, (id) => addPermits({ id, permits: body })))
        : undefined
    if (reply?.ok !== false) onAnswer(permits)
    return reply
  }

  return {
    ...{ read, pushState, busy, failed, change, take },
    turnPush: (isOn: boolean) =>
      void change('push', () => (isOn && serverKey !== undefined ? turnOn(serverKey) : turnOff())),
    /** Asks in WeChat for messages of these events, and calls back with how many more of each template there will be. */
    askMore: (...request: Parameters<typeof ask>) => void change('permits', () => ask(...request)),
  }
}
