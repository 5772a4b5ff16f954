import type { TSchema } from '@sinclair/typebox'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { type TextPlace, type TextWriter, textPlaces } from '@/domain/content'
import { listTexts } from '../../../server/modules/content/checked-texts'
import { textsOf } from '../../../server/modules/content/route-texts'
import { textId } from '../../../server/modules/content/store'
import { checkWritten } from '../support/content'
import { type Role, roles, table } from './access-table'
import { sampleValue } from './requests/sample-value'
import { validRequest, variantsOf } from './requests/valid-requests'
import { type Scenario, withScenario } from './scenario'
import { bearer, sendAsRole } from './send-as-role'
import { toWireRequest } from './send-request'
import { Tally } from './status-tally'

/** A character that no other text of a test has; a text with it is risky. */
const RISKY = '禁'

const names = Object.keys(routes) as RouteName[]
/** It names a category that exists. */
const PLACES = 'POST /api/shops/:shopId/categories/places'
/** A draft is recorded when it is published. */
const DRAFT = 'PUT /api/shops/:shopId/look-draft'
const writes = names.filter((name) => name !== PLACES && name !== DRAFT && textsOf(name, 'body'))
const bodyOf = (name: RouteName) => (routes[name] as Route).body as TSchema
const tally = new Tally('hidden texts')

const scenario = withScenario(tally, { contentWords: { risky: [RISKY], doubtful: [] } })

/** The texts that were written, by their place. */
const written = new Map<string, TextPlace>()

/** Replaces each text of a valid body by one of its own that is risky and short enough for any field. */
function makeRisky(name: RouteName, body: unknown): unknown {
  return textsOf(name, 'body')?.(body, (_, place) => {
    const text = `${RISKY}${written.size.toString(36)}`
    written.set(text, place)
    return text
  })
}

const clientsOf = ({ a, b, classroom, stranger, operator }: Scenario) => ({
  ...{ stranger, buyer: a.buyer, 'other buyer': b.buyer, 'other owner': b.owner, owner: a.owner },
  ...{ county: classroom.county, keeper: classroom.keeper, teacher: classroom.teacher },
  ...{ 'other trainer': classroom.otherTrainer, screen: classroom.screen, learner: classroom.learner },
  ...{ opener: classroom.opener, helper: classroom.helper, operator },
})

/** Who wrote what a role reads in full. */
const sides: Partial<Record<Role, TextWriter>> = {
  ...{ owner: 'shop', helper: 'shop', opener: 'shop', 'other owner': 'shop' },
  ...{ buyer: 'buyer', 'other buyer': 'buyer' },
}

const shopIdIn = (body: unknown) => (body as { shopId?: string }).shopId ?? ''

describe('a text that people write for others', () => {
  it.each(writes)('is recorded by %s with its place', async (name) => {
    const { env } = scenario
    for (let variant = 0; variant < variantsOf(name); variant++) {
      const request = await validRequest(name, scenario, variant)
      request.body = makeRisky(name, request.body)
      const texts = listTexts(textsOf(name, 'body'), request.body)
      const answer = await sendAsRole(scenario, tally, name, toWireRequest(request), 'owner')
      expect([name, answer.statusCode, answer.body.slice(0, 200)]).toEqual([name, 200, expect.anything()])
      for (const { text, place } of texts) {
        const use = await env.deps.db.query
          .selectFrom('content')
          .innerJoin('content_use', 'content_use.content_id', 'content.id')
          .select(['place', 'shop_id', 'account_id', 'verdict'])
          .where('content.id', '=', textId(text))
          .executeTakeFirst()
        expect(use).toEqual({
          ...{ place, verdict: 'risky', account_id: request.sender.accountId },
          shop_id: request.params.shopId ?? shopIdIn(request.body),
        })
      }
    }
  })

  it('exists for every place', () => {
    // sections are checked by the schemas of their kinds
    const places = new Set<TextPlace>(['section'])
    for (const name of writes)
      for (const { place } of listTexts(
        textsOf(name, 'body'),
        sampleValue(bodyOf(name), () => undefined),
      ))
        places.add(place)
    expect([...places].sort()).toEqual(Object.keys(textPlaces).sort())
  })
})

describe('a risky text', () => {
  beforeAll(async () => {
    await checkWritten(scenario.env)
  })

  it.each(names.filter((name) => textsOf(name, 'reply')))(
    'is answered by %s to its writer only',
    async (name) => {
      for (const role of roles) {
        // operators decide about risky texts
        if (role === 'nobody' || role === 'operator' || (table[name]?.[role] ?? 500) >= 400) continue
        for (let variant = 0; variant < variantsOf(name); variant++) {
          const request = toWireRequest(await validRequest(name, scenario, variant))
          const headers = { ...request.headers, ...bearer(clientsOf(scenario)[role].token) }
          const answer = await sendAsRole(scenario, tally, name, { ...request, headers }, role)
          const shown = [...written].filter(([text]) => answer.body.includes(`"${text}"`))
          const foreign = shown.filter(([, place]) => textPlaces[place].writer !== sides[role])
          expect([name, role, foreign]).toEqual([name, role, []])
        }
      }
    },
  )

  it('is still read by who wrote it', async () => {
    const { a } = scenario
    const own = await a.owner.call(`GET /api/shops/${a.shop.shopId}/products?limit=100`)
    expect(own.body).toContain(RISKY)
    const others = await a.buyer.call(`GET /api/shops/${a.shop.shopId}/products?limit=100`)
    expect(others.statusCode).toBe(200)
    expect(others.body).not.toContain(RISKY)
  })
})
