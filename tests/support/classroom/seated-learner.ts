import type { LearnerStage } from '@/domain/lesson/lesson'
import { ApiClient, newId } from '../api-client'
import { type OpenClassroom, requireOk } from './open-classroom'

/** A learner who does what a test says. */
export interface SeatedLearner {
  seat: number
  report(stage: LearnerStage, spent: number): Promise<void>
  setHand(isUp: boolean): Promise<void>
  /** Opens a shop and reports it. */
  open(spent: number): Promise<void>
}

/** Takes a seat in a lesson on a new phone. */
export async function takeSeat(
  origin: string,
  { lessonId, number }: Pick<OpenClassroom, 'lessonId' | 'number'>,
): Promise<SeatedLearner> {
  const client = await ApiClient.signIn(origin)
  const path = `/api/lessons/${lessonId}`
  const { body } = await requireOk(
    client.send<{ seat: number }>('PUT', `${path}/learners/${newId()}`, { number }),
  )
  let turn = 0
  const send = async (stage: LearnerStage, spent: number, more: object = {}) => {
    turn += 1
    await requireOk(client.send('PUT', `${path}/attendance`, { turn, stage, spent, still: 0, ...more }))
  }
  return {
    seat: body.seat,
    report: (stage, spent) => send(stage, spent),
    setHand: async (isUp) => void (await requireOk(client.send('PUT', `${path}/attendance/hand`, { isUp }))),
    open: async (spent) => {
      const { shopId } = await client.openShop([{ name: '核桃', price: 2500, stock: 20 }])
      await send('opened', spent, { shopId })
    },
  }
}
