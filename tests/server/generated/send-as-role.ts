import type { LightMyRequestResponse } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import type { Role } from './access-table'
import { findResponseError } from './check-response'
import { findLeaks } from './find-leaks'
import type { Scenario } from './scenario'
import { send, type WireRequest } from './send-request'
import type { Tally } from './status-tally'

export const bearer = (token: string) => ({ accept: ACCEPT, authorization: `Bearer ${token}` })

/** Sends a request and checks that the response contains nothing this role must not see. */
export async function sendAsRole(
  scenario: Scenario,
  tally: Tally,
  name: string,
  wire: WireRequest,
  role: Role,
): Promise<LightMyRequestResponse> {
  const answer = await send(scenario.env, wire)
  tally.add(name, answer.statusCode)
  expect([name, role, findLeaks(scenario, role, answer)]).toEqual([name, role, []])
  if (answer.statusCode >= 400) expect(findResponseError(answer, { verdict: 'schema-valid' })).toBeUndefined()
  return answer
}
