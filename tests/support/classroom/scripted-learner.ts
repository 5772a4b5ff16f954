import { setTimeout as sleep } from 'node:timers/promises'
import type { LearnerStage } from '@/domain/lesson/lesson'
import { learnerStages } from '@/domain/lesson/lesson'
import { ApiClient, newId } from '../api-client'
import type { Change } from './board-follower'
import { type OpenClassroom, requireOk } from './open-classroom'

/** A simulated learner, with the progress that the server has acknowledged. */
export interface ScriptedLearner {
  client: ApiClient
  learnerId: string
  seat: number
  stage: LearnerStage
  spent: number
  changes: Change[]
  /** Opens a shop by the wizard's four questions, and reports as the app does. */
  work(pace: Pace): Promise<void>
}

export interface Pace {
  /** Time for one question, in ms. */
  questionMs: number
  /** Time between two reports at one question, in ms. */
  reportMs: number
  /** True if the learner asks for help at the second question. */
  raisesHand: boolean
  /** The phone loses its network at the third question for this time, in ms; 0 for never. */
  dropMs: number
}

const RETRY_MS = 200

const rank = (stage: LearnerStage): number => learnerStages.indexOf(stage)

/** Repeats a request over a lost connection and a server that restarts. */
async function retry<T>(send: () => Promise<{ status: number; body: T }>): Promise<T> {
  for (;;) {
    const reply = await send().catch(() => undefined)
    if (reply && reply.status < 500) return (await requireOk(Promise.resolve(reply))).body
    await sleep(RETRY_MS)
  }
}

/** Joins a lesson on a new phone. */
export async function joinClassroom(
  origin: string,
  { lessonId, number }: Pick<OpenClassroom, 'lessonId' | 'number'>,
): Promise<ScriptedLearner> {
  const client = await ApiClient.signIn(origin)
  const begun = performance.now()
  const path = `/api/lessons/${lessonId}`
  const { learnerId, seat } = await retry(() =>
    client.send<{ learnerId: string; seat: number }>('PUT', `${path}/learners/${newId()}`, { number }),
  )
  let turn = 0
  const learner: ScriptedLearner = {
    ...{ client, learnerId, seat, stage: 'trade', spent: 0, changes: [] },
    work,
  }

  async function report(stage: LearnerStage, still: number, shopId?: string) {
    turn += 1
    const spent = Math.round(performance.now() - begun)
    const body = { turn, stage, spent, still, ...(shopId ? { shopId } : {}) }
    await retry(() => client.send('PUT', `${path}/attendance`, body))
    if (learner.stage !== stage) noteChange((seen) => rank(seen.stage) >= rank(stage))
    learner.stage = stage
    learner.spent = spent
  }

  function noteChange(isShown: (seen: { stage: LearnerStage; handAt?: number }) => boolean) {
    learner.changes.push({
      at: performance.now(),
      isShownBy: (learners) => learners.some((seen) => seen.id === learnerId && isShown(seen)),
    })
  }

  async function setHand(isUp: boolean) {
    await retry(() => client.send('PUT', `${path}/attendance/hand`, { isUp }))
    // a screen without a connection may see the hand only when it is down again
    noteChange(({ handAt, stage }) => (handAt !== undefined) === isUp || rank(stage) > rank('product'))
  }

  /** Stays at a question and reports meanwhile. */
  async function stay(stage: LearnerStage, { questionMs, reportMs }: Pace) {
    const until = performance.now() + questionMs * (0.5 + Math.random())
    await report(stage, 0)
    while (performance.now() < until) {
      await sleep(Math.min(reportMs, Math.max(0, until - performance.now())))
      await report(stage, reportMs)
    }
  }

  async function work(pace: Pace) {
    await stay('trade', pace)
    if (pace.raisesHand) await setHand(true)
    await stay('product', pace)
    if (pace.raisesHand) await setHand(false)
    if (pace.dropMs > 0) await sleep(pace.dropMs)
    await stay('terms', pace)
    await retry(() => client.send('GET', '/api/templates'))
    await stay('look', pace)
    const shop = shopRequest()
    await retry(() => client.send('PUT', `/api/shops/${shop.id}`, shop.body))
    await report('opened', 0, shop.id)
  }

  return learner
}

const shopRequest = () => {
  const sku = { id: newId(), price: 2500, stock: 20 }
  const product = { id: newId(), name: '核桃', unit: '斤', photos: [], skus: [sku], onSale: true }
  return { id: newId(), body: { trade: 'nuts', products: [product] } }
}
