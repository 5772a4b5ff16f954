import type { TSchema } from '@sinclair/typebox'
import fc from 'fast-check'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { fits } from './fits'
import type { Expected } from './judge'
import { oddParts, oddQueries, oddSearches } from './odd-addresses'
import { writeJson } from './raw-json'
import { wireOf } from './send'
import { type Spoiled, spoil } from './spoil'
import { type Stage, withStage } from './stage'
import { Tally } from './tally'
import { Trial } from './trial'
import { validRequest, variantsOf } from './valid-requests'

const LONG = process.env.KZ_LONG === '1'
const SEED = Number(process.env.KZ_SEED ?? (LONG ? Date.now() % 1_000_000 : 1))

const names = Object.keys(routes) as RouteName[]
const withBody = names.filter((name) => 'body' in routes[name])
const tally = new Tally(`bad bodies, queries and addresses (KZ_SEED=${SEED})`)

let stage: Stage
withStage(tally, (made) => {
  stage = made
})

const routeOf = (name: RouteName): Route => routes[name]
const bodyOf = (name: RouteName): TSchema => routeOf(name).body as TSchema

/** The short run tries one in so many, others for every seed. */
function someOf<T>(all: readonly T[], part: number): T[] {
  if (LONG) return [...all]
  const [shuffled] = fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), {
    seed: SEED,
    numRuns: 1,
  })
  return (shuffled ?? []).slice(0, Math.ceil(all.length / part))
}

function expectedOf(schema: TSchema, { path, value, text }: Spoiled): Expected {
  const known = fits(schema, JSON.parse(writeJson(value)))
  return { verdict: known ? 'judged' : 'refused', path, ...(text === undefined ? {} : { sent: text }) }
}

/** One variant of a route's right request, spoiled in every way there is; it is made anew whenever one was taken. */
async function spoilAll(name: RouteName, variant: number): Promise<string[]> {
  const schema = bodyOf(name)
  let asked = await validRequest(name, stage, variant)
  let all = [...spoil(schema, asked.body)]
  const trial = new Trial(stage, tally)
  for (const at of someOf([...all.keys()], 12)) {
    const spoiled = all[at] as Spoiled
    const wire = wireOf({ ...asked, body: spoiled.value })
    if (!(await trial.send(name, `${spoiled.why} at ${spoiled.path}`, wire, expectedOf(schema, spoiled))))
      continue
    asked = await validRequest(name, stage, variant)
    all = [...spoil(schema, asked.body)]
  }
  return trial.faults
}

test.each(names)('%s: a right request is taken', async (name) => {
  for (let variant = 0; variant < variantsOf(name); variant++) {
    if (routeOf(name).upload) continue
    const asked = await validRequest(name, stage, variant)
    if (asked.body !== undefined) expect(fits(bodyOf(name), asked.body)).toBe(true)
    const trial = new Trial(stage, tally)
    expect(await trial.send(name, 'a right request', wireOf(asked), { verdict: 'judged' })).toBe(true)
  }
})

test.each(withBody)('%s: a body with one thing wrong is refused, and it is said where', async (name) => {
  for (let variant = 0; variant < variantsOf(name); variant++)
    expect(await spoilAll(name, variant)).toEqual([])
})

test.each(withBody)('%s: bodies of any kind', async (name) => {
  const asked = await validRequest(name, stage)
  const trial = new Trial(stage, tally)
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom(...Object.keys(asked.body as object)), fc.jsonValue()),
  )
  for (const body of fc.sample(junk, { seed: SEED, numRuns: LONG ? 60 : 5 }))
    await trial.send(name, JSON.stringify(body), wireOf({ ...asked, body }), {
      verdict: fits(bodyOf(name), body) ? 'judged' : 'refused',
    })
  expect(trial.faults).toEqual([])
})

const withQuery = names.filter((name) => 'query' in routes[name])

/** What a query's text says to the server: a whole number where one is wanted. */
const readQuery = (schema: TSchema, name: string, text: string): unknown =>
  schema.properties[name]?.type === 'integer' && /^-?[0-9]{1,15}$/.test(text) ? Number(text) : text

test.each(withQuery)('%s: a query with one thing wrong', async (name) => {
  const schema = routeOf(name).query as TSchema
  const asked = await validRequest(name, stage)
  const trial = new Trial(stage, tally)
  for (const field of Object.keys(schema.properties))
    for (const [why, text] of someOf(Object.entries(oddQueries), 3)) {
      const fitting = fits(schema.properties[field], readQuery(schema, field, text))
      const wire = wireOf({ ...asked, query: { ...asked.query, [field]: text } })
      await trial.send(name, `${why} as ${field}`, wire, {
        verdict: fitting && field !== 'cursor' ? 'judged' : 'refused',
        path: `/${field}`,
        sent: text,
      })
    }
  expect(trial.faults).toEqual([])
})

test.each(withQuery)('%s: a query that is odd as a whole', async (name) => {
  const { url, ...wire } = wireOf({ ...(await validRequest(name, stage)), query: {} })
  const trial = new Trial(stage, tally)
  for (const [search, path] of oddSearches)
    await trial.send(
      name,
      search.slice(0, 40),
      { ...wire, url: `${url}?${search}` },
      { verdict: 'refused', path },
    )
  expect(trial.faults).toEqual([])
})

const withParams = names.filter((name) => name.includes(':'))

test.each(withParams)('%s: parts of its address that are no ids', async (name) => {
  const trial = new Trial(stage, tally)
  const asked = await validRequest(name, stage)
  for (const part of Object.keys(asked.params))
    for (const [why, text] of someOf(oddParts(asked.params[part] ?? ''), 2))
      await trial.send(
        name,
        `${why} as ${part}`,
        wireOf({ ...asked, params: { ...asked.params, [part]: text } }),
        {
          verdict: 'refused',
        },
      )
  expect(trial.faults).toEqual([])
})
