import { useState } from 'react'
import { call } from '@/api/call'
import { failure as failureOf, type Result } from '@/api/result'
import { sendOnce } from '@/api/send-once'
import { useCall } from '@/api/use-call'
import type { DemoWorld } from '@/contract/demo'
import type { Failure } from '@/domain/failure'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'

const POLL_MS = 700
/** A world whose preparation makes no progress for this time does not come, in ms. */
const GIVE_UP_MS = 90_000

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type OnStep = (step: number) => void

/** Repeats the request until the world is ready, as long as its preparation makes progress. A busy server may answer too late. */
async function startWorld(centre: string, onStep: OnStep): Promise<Result<DemoWorld>> {
  let step = 0
  for (let end = Date.now() + GIVE_UP_MS; Date.now() < end; await sleep(POLL_MS)) {
    const reply = await call('PUT /api/centres/:centre/demo', { params: { centre } })
    if (reply.ok ? reply.data.isReady : reply.failure.code !== 'timeout') return reply
    if (!reply.ok || reply.data.step === undefined || reply.data.step === step) continue
    step = reply.data.step
    onStep(step)
    end = Date.now() + GIVE_UP_MS
  }
  return failureOf('timeout')
}

/** Resets the world, and waits until it is ready. A retry after a lost reply repeats the same reset. */
async function resetWorld(centre: string, onStep: OnStep): Promise<Result<DemoWorld>> {
  const reply = await sendOnce<DemoWorld>(`reset demo ${centre}`, (id) =>
    call<'POST /api/centres/:centre/demo/resets'>('POST /api/centres/:centre/demo/resets', {
      params: { centre },
      body: { id },
    }),
  )
  return !reply.ok || reply.data.isReady ? reply : startWorld(centre, onStep)
}

export type DemoWorldState = ReturnType<typeof useDemoWorld>

/** The trainer's demo world: reads whether it runs, starts it and resets it. */
export function useDemoWorld(centre: string) {
  const read = useCall('GET /api/centres/:centre/demo', { params: { centre } })
  const [busy, setBusy] = useState<'starting' | 'resetting'>()
  /** The step of the preparation that is under way, from 1; 0 until it is known. */
  const [step, setStep] = useState(0)
  /** The reason why the last start or reset failed. */
  const [failure, setFailure] = useState<Failure>()
  const isMounted = useIsMounted()

  /** Resolves with the world, and with `undefined` when the operation failed. */
  async function run(kind: 'starting' | 'resetting', work: typeof startWorld) {
    setBusy(kind)
    setStep(0)
    setFailure(undefined)
    const reply = await work(centre, setStep)
    if (!isMounted.current) return undefined
    setBusy(undefined)
    if (reply.ok) read.set({ world: reply.data })
    else setFailure(reply.failure)
    return reply.ok ? reply.data : undefined
  }

  const world = read.data?.world
  return {
    ...{ read, busy, step, failure },
    /** The world, once it is ready. */
    world: world?.isReady ? world : undefined,
    start: () => run('starting', startWorld),
    reset: () => run('resetting', resetWorld),
  }
}
