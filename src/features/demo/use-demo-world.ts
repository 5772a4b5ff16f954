import { useState } from 'react'
import { call } from '@/api/call'
import { failure as failureOf, type Result } from '@/api/result'
import { sendOnce } from '@/api/send-once'
import { type CallState, useCall } from '@/api/use-call'
import type { DemoWorld } from '@/contract/demo'
import type { Failure } from '@/domain/failure'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'

const POLL_MS = 700
/** A world that is not ready by then does not come, in ms. */
const GIVE_UP_MS = 90_000

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Repeats the request until the world is ready. */
async function startWorld(centre: string): Promise<Result<DemoWorld>> {
  for (const end = Date.now() + GIVE_UP_MS; Date.now() < end; await sleep(POLL_MS)) {
    const reply = await call('PUT /api/centres/:centre/demo', { params: { centre } })
    if (!reply.ok || reply.data.isReady) return reply
  }
  return failureOf('timeout')
}

/** Resets the world, and waits until it is ready. A retry after a lost reply repeats the same reset. */
async function resetWorld(centre: string): Promise<Result<DemoWorld>> {
  const reply = await sendOnce<DemoWorld>(`reset demo ${centre}`, (id) =>
    call<'POST /api/centres/:centre/demo/resets'>('POST /api/centres/:centre/demo/resets', {
      params: { centre },
      body: { id },
    }),
  )
  return !reply.ok || reply.data.isReady ? reply : startWorld(centre)
}

export interface DemoWorldState {
  read: CallState<'GET /api/centres/:centre/demo'>
  /** The world, once it is ready. */
  world: DemoWorld | undefined
  /** The operation in progress. */
  busy: 'starting' | 'resetting' | undefined
  /** The reason why the last start or reset failed. */
  failure: Failure | undefined
  /** Starts the world; resolves with `undefined` when that failed. */
  start(): Promise<DemoWorld | undefined>
  reset(): Promise<DemoWorld | undefined>
}

/** The trainer's demo world: reads whether it runs, starts it and resets it. */
export function useDemoWorld(centre: string): DemoWorldState {
  const read = useCall('GET /api/centres/:centre/demo', { params: { centre } })
  const [busy, setBusy] = useState<DemoWorldState['busy']>()
  const [failure, setFailure] = useState<Failure>()
  const isMounted = useIsMounted()

  async function run(kind: 'starting' | 'resetting', work: (centre: string) => Promise<Result<DemoWorld>>) {
    setBusy(kind)
    setFailure(undefined)
    const reply = await work(centre)
    if (!isMounted.current) return undefined
    setBusy(undefined)
    if (reply.ok) read.set({ world: reply.data })
    else setFailure(reply.failure)
    return reply.ok ? reply.data : undefined
  }

  const world = read.data?.world
  return {
    ...{ read, busy, failure },
    world: world?.isReady ? world : undefined,
    start: () => run('starting', startWorld),
    reset: () => run('resetting', resetWorld),
  }
}
