import type { LightMyRequestResponse } from 'fastify'
import { failures } from '@/domain/failure'

/** The expected outcome of a request. */
export interface ExpectedOutcome {
  /**
   * `rejected`: the request must be rejected. `schema-valid`: it matches the schema, so other rules may still reject it. `accepted`:
   * it must not be rejected.
   */
  verdict: 'rejected' | 'schema-valid' | 'accepted'
  /** The JSON pointer that a schema error must name; absent where no field is wrong. */
  path?: string
  /** A text of the request that the response must not repeat. */
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

/** Returns what is wrong with a problem document; `undefined` when it is valid. */
function findBodyError(answer: LightMyRequestResponse, problem: Problem): string | undefined {
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

function findFieldError(
  { fields = [], code }: Problem,
  { path, verdict }: ExpectedOutcome,
): string | undefined {
  if (code !== 'bad-input' || path === undefined || verdict !== 'rejected') return undefined
  const named = fields.map((field) => field.path)
  return named.some((one) => related(one, path)) ? undefined : `names ${named.join(' ')} instead of ${path}`
}

/** Ignores short texts, which occur by chance. */
const repeatsInput = (body: string, sent = ''): boolean =>
  sent.length >= 8 && body.includes(JSON.stringify(sent.slice(0, 100)).slice(1, -1))

/** Returns what is wrong with a response; `undefined` when it is as expected. */
export function findResponseError(
  answer: LightMyRequestResponse,
  expected: ExpectedOutcome,
): string | undefined {
  const { statusCode: status } = answer
  if (status >= 500) return `answered ${status}: ${answer.body}`
  if (status < 400)
    return expected.verdict === 'rejected' ? `was accepted: ${answer.body.slice(0, 200)}` : undefined
  if (expected.verdict === 'accepted') return `was rejected with ${status}: ${answer.body.slice(0, 200)}`
  const problem = read(answer)
  if (!problem) return `no JSON: ${answer.body.slice(0, 200)}`
  if (repeatsInput(answer.body, expected.sent))
    return `sends back what was sent: ${answer.body.slice(0, 200)}`
  return findBodyError(answer, problem) ?? findFieldError(problem, expected)
}
