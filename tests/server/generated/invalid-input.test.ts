import type { TSchema } from '@sinclair/typebox'
import fc from 'fast-check'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { withoutInvisible } from '../../../server/http/invisible-characters'
import { LONG, SEED, someOf } from '../support/some-of'
import type { ExpectedOutcome } from './check-response'
import { matchesSchema } from './matches-schema'
import { RequestChecker } from './request-checker'
import { malformedPathParts, malformedQueryStrings, unusualQueryValues } from './requests/malformed-urls'
import { type MutatedValue, mutateValue } from './requests/mutate-value'
import { writeJson } from './requests/raw-json'
import { validRequest, variantsOf } from './requests/valid-requests'
import { withScenario } from './scenario'
import { toWireRequest } from './send-request'
import { Tally } from './status-tally'

// the short run takes every third route
const names = (Object.keys(routes) as RouteName[]).filter((_, at) => LONG || at % 3 === 0)
const withBody = names.filter((name) => 'body' in routes[name])
const tally = new Tally(`invalid bodies, queries and paths (KZ_SEED=${SEED})`)

const scenario = withScenario(tally)

const routeOf = (name: RouteName): Route => routes[name]
const bodyOf = (name: RouteName): TSchema => routeOf(name).body as TSchema

function expectedOf(schema: TSchema, { path, value, text }: MutatedValue): ExpectedOutcome {
  const json = writeJson(value)
  const isValid = matchesSchema(schema, withoutInvisible(JSON.parse(json), json))
  return {
    verdict: isValid ? 'schema-valid' : 'rejected',
    path,
    ...(text === undefined ? {} : { sent: text }),
  }
}

/** Sends every mutation of a valid request and makes a new request whenever one was accepted; returns the errors. */
async function checkMutations(name: RouteName, variant: number): Promise<string[]> {
  const schema = bodyOf(name)
  let request = await validRequest(name, scenario, variant)
  let all = [...mutateValue(schema, request.body)]
  const checker = new RequestChecker(scenario, tally)
  for (const at of someOf([...all.keys()], 48)) {
    const mutated = all[at] as MutatedValue
    const wire = toWireRequest({ ...request, body: mutated.value })
    if (!(await checker.send(name, `${mutated.why} at ${mutated.path}`, wire, expectedOf(schema, mutated))))
      continue
    request = await validRequest(name, scenario, variant)
    all = [...mutateValue(schema, request.body)]
  }
  return checker.errors
}

test.each(withBody)('%s rejects a body with one mutation and names the field', async (name) => {
  for (let variant = 0; variant < variantsOf(name); variant++)
    expect(await checkMutations(name, variant)).toEqual([])
})

test.each(withBody)('%s rejects arbitrary JSON bodies', async (name) => {
  const request = await validRequest(name, scenario)
  const checker = new RequestChecker(scenario, tally)
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom(...Object.keys(request.body as object)), fc.jsonValue()),
  )
  for (const body of fc.sample(junk, { seed: SEED, numRuns: LONG ? 60 : 3 }))
    await checker.send(name, JSON.stringify(body), toWireRequest({ ...request, body }), {
      verdict: matchesSchema(bodyOf(name), body) ? 'schema-valid' : 'rejected',
    })
  expect(checker.errors).toEqual([])
})

const withQuery = names.filter((name) => 'query' in routes[name])

/** Parses a query value as the server does: an integer where the schema has one. */
const readQuery = (schema: TSchema, name: string, text: string): unknown =>
  schema.properties[name]?.type === 'integer' && /^-?[0-9]{1,15}$/.test(text) ? Number(text) : text

test.each(withQuery)('%s rejects a query with one unusual value and names the field', async (name) => {
  const schema = routeOf(name).query as TSchema
  const request = await validRequest(name, scenario)
  const checker = new RequestChecker(scenario, tally)
  for (const field of Object.keys(schema.properties))
    for (const [why, text] of someOf(Object.entries(unusualQueryValues), 3)) {
      const fitting = matchesSchema(schema.properties[field], readQuery(schema, field, text))
      const wire = toWireRequest({ ...request, query: { ...request.query, [field]: text } })
      await checker.send(name, `${why} as ${field}`, wire, {
        verdict: fitting && field !== 'cursor' ? 'schema-valid' : 'rejected',
        path: `/${field}`,
        sent: text,
      })
    }
  expect(checker.errors).toEqual([])
})

test.each(withQuery)('%s rejects a malformed query string', async (name) => {
  const { url, ...wire } = toWireRequest({ ...(await validRequest(name, scenario)), query: {} })
  const checker = new RequestChecker(scenario, tally)
  for (const [search, path] of malformedQueryStrings)
    await checker.send(
      name,
      search.slice(0, 40),
      { ...wire, url: `${url}?${search}` },
      { verdict: 'rejected', path },
    )
  expect(checker.errors).toEqual([])
})

const withParams = names.filter((name) => name.includes(':'))

test.each(withParams)('%s rejects path parts that are not ids', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  const request = await validRequest(name, scenario)
  for (const part of Object.keys(request.params))
    for (const [why, text] of someOf(malformedPathParts(request.params[part] ?? ''), 2))
      await checker.send(
        name,
        `${why} as ${part}`,
        toWireRequest({ ...request, params: { ...request.params, [part]: text } }),
        {
          verdict: 'rejected',
        },
      )
  expect(checker.errors).toEqual([])
})
