import type { LightMyRequestResponse } from 'fastify'
import { failures } from '@/domain/failure'

/** What is known of a request before it is sent. */
export interface Expected {
  /** `refused`: it must be. `judged`: its shape is right, so other rules may still refuse it. */
  verdict: 'refused' | 'judged'
  /** The JSON pointer that must be named when it is refused for its shape; absent where no field is at fault. */
  path?: string
  /** A text that must not come back. */
  sent?: string
}

const PROBLEM = 'application/problem+json; charset=utf-8'

const related = (a: string, b: string) =>
  a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`) || a === ''

interface Problem {
  status?: number
  code?: string
  title?: string
  fields?: { path: string; message: string }[]
}

function read(answer: LightMyRequestResponse): Problem | undefined {
  try {
    return JSON.parse(answer.body)
  } catch {
    return undefined
  }
}

/** What is wrong with the form of a refusal; `undefined` when nothing is. */
function formFault(answer: LightMyRequestResponse, problem: Problem): string | undefined {
  if (answer.headers['content-type'] !== PROBLEM) return `type ${answer.headers['content-type']}`
  if (problem.status !== answer.statusCode) return `says status ${problem.status}`
  if (!Object.hasOwn(failures, problem.code ?? '')) return `code ${problem.code} is not in the list`
  if (!problem.title || problem.title === problem.code) return 'has no title'
  if (problem.code !== 'bad-input') return undefined
  if (!problem.fields?.length) return 'names no field'
  return problem.fields.every(({ path, message }) => message && /^$|^\//.test(path))
    ? undefined
    : 'odd fields'
}

function fieldFault({ fields = [], code }: Problem, { path, verdict }: Expected): string | undefined {
  if (code !== 'bad-input' || path === undefined || verdict === 'judged') return undefined
  const named = fields.map((field) => field.path)
  return named.some((one) => related(one, path)) ? undefined : `names ${named.join(' ')} instead of ${path}`
}

/** Short texts are found anywhere. */
const sendsBack = (body: string, sent = ''): boolean =>
  sent.length >= 8 && body.includes(JSON.stringify(sent.slice(0, 100)).slice(1, -1))

/** What is wrong with an answer; `undefined` when it is as it must be. */
export function faultIn(answer: LightMyRequestResponse, expected: Expected): string | undefined {
  const { statusCode: status } = answer
  if (status >= 500) return `answered ${status}: ${answer.body}`
  if (status < 400)
    return expected.verdict === 'refused' ? `was taken: ${answer.body.slice(0, 200)}` : undefined
  const problem = read(answer)
  if (!problem) return `no JSON: ${answer.body.slice(0, 200)}`
  if (sendsBack(answer.body, expected.sent)) return `sends back what was sent: ${answer.body.slice(0, 200)}`
  return formFault(answer, problem) ?? fieldFault(problem, expected)
}
