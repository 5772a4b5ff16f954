import type { LightMyRequestResponse } from 'fastify'
import type { Role } from './access-table'
import { faultIn } from './judge'
import { strangersFinds } from './seen'
import { send, type Wire } from './send'
import type { Stage } from './stage'
import type { Tally } from './tally'

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Sends a request on a stage, and looks through the answer for what this role must never see. */
export async function tryAs(
  stage: Stage,
  tally: Tally,
  name: string,
  wire: Wire,
  role: Role,
): Promise<LightMyRequestResponse> {
  const answer = await send(stage.world, wire)
  tally.add(name, answer.statusCode)
  expect([name, role, strangersFinds(stage, role, answer)]).toEqual([name, role, []])
  if (answer.statusCode >= 400) expect(faultIn(answer, { verdict: 'judged' })).toBeUndefined()
  return answer
}
