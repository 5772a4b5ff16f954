import { HOUR_MS } from '../../../../server/jobs/intervals'
import { endOperator } from '../../../../server/modules/operator/operators'
import { type ApiClient, signIn } from '../../support/api-client'
import { createAuthenticator } from '../../support/authenticator'
import { signInOperator } from '../../support/operator'
import { environmentPerTest } from '../../support/test-environment'

const env = environmentPerTest()
const ORIGIN = 'http://localhost'

const post = async (client: ApiClient, path: string, body?: object) =>
  (await client.call(`POST /api/operator/${path}`, body)).json()

/** Adds the passkey of a new device to a signed-in operator. */
async function addPasskey(operator: ApiClient) {
  const device = createAuthenticator(ORIGIN)
  const challenge = await post(operator, 'passkeys/challenge')
  const added = await post(operator, 'passkeys', device.create(challenge))
  return { device, challenge, added }
}

async function signInWith(device: ReturnType<typeof createAuthenticator>, client?: ApiClient) {
  const caller = client ?? (await signIn(env.app))
  const challenge = await post(caller, 'session/challenge')
  return { caller, reply: await post(caller, 'session/passkey', device.get(challenge)) }
}

describe('a passkey', () => {
  it('signs an operator in without a link', async () => {
    const operator = await signInOperator(env)
    const { device, challenge, added } = await addPasskey(operator)
    expect(challenge).toMatchObject({ rpId: 'localhost', user: { name: '值班员' }, known: [] })
    expect(added).toEqual({ createdAt: env.deps.clock() })
    env.advance(13 * HOUR_MS)
    expect((await operator.call('GET /api/operator')).statusCode).toBe(404)
    const { caller, reply } = await signInWith(device)
    expect(reply).toEqual({ name: '值班员', until: env.deps.clock() + 12 * HOUR_MS })
    expect((await caller.call('GET /api/operator')).statusCode).toBe(200)
    const { items } = (await caller.call('GET /api/operator/passkeys')).json()
    expect(items).toEqual([expect.objectContaining({ usedAt: env.deps.clock() })])
    const trail = (await caller.call('GET /api/operator/audit')).json()
    expect(trail.items.map(({ action }: { action: string }) => action)).toEqual([
      ...['sign-in', 'add-passkey', 'sign-in', 'make-link'],
    ])
  })

  it('is refused for another challenge, another site, a used or an expired challenge', async () => {
    const operator = await signInOperator(env)
    const { device } = await addPasskey(operator)
    const client = await signIn(env.app)
    const challenge = await post(client, 'session/challenge')
    const answer = async (body: object) => (await post(client, 'session/passkey', body)).code
    expect(await answer(device.get({ ...challenge, challenge: 'AAAA' }))).toBe('code-wrong')
    expect(await answer(device.get({ ...challenge, rpId: 'example.org' }))).toBe('code-wrong')
    const elsewhere = createAuthenticator('http://example.org')
    expect(await answer({ ...elsewhere.get(challenge), id: device.get(challenge).id })).toBe('code-wrong')
    const reply = device.get(challenge)
    expect(await answer(reply)).toBeUndefined()
    expect(await answer(reply)).toBe('code-expired')
    const late = await post(client, 'session/challenge')
    env.advance(5 * 60_000)
    expect(await answer(device.get(late))).toBe('code-expired')
  })

  it('is refused when it is not of an operator, and a challenge of another account', async () => {
    const operator = await signInOperator(env)
    const { device } = await addPasskey(operator)
    const stranger = createAuthenticator(ORIGIN)
    expect((await signInWith(stranger)).reply.code).toBe('code-wrong')
    const [one, two] = [await signIn(env.app), await signIn(env.app)]
    const challenge = await post(one, 'session/challenge')
    await post(two, 'session/challenge')
    expect((await post(two, 'session/passkey', device.get(challenge))).code).toBe('code-wrong')
  })

  it('is not added twice', async () => {
    const operator = await signInOperator(env)
    const { device } = await addPasskey(operator)
    const challenge = await post(operator, 'passkeys/challenge')
    expect(challenge.known).toHaveLength(1)
    expect((await post(operator, 'passkeys', device.create(challenge))).code).toBe('code-used')
  })

  it('ends when it is removed, and with its operator', async () => {
    const operator = await signInOperator(env)
    const [first, second] = [await addPasskey(operator), await addPasskey(operator)]
    const { id } = first.device.get({ challenge: 'AAAA', rpId: 'localhost' })
    expect((await operator.call(`DELETE /api/operator/passkeys/${id}`)).json()).toEqual({ removed: true })
    expect((await operator.call(`DELETE /api/operator/passkeys/${id}`)).statusCode).toBe(404)
    expect((await signInWith(first.device)).reply.code).toBe('code-wrong')
    expect((await signInWith(second.device)).reply.name).toBe('值班员')
    await env.deps.db.withTx((tx) => endOperator(env.deps, tx, '值班员'))
    expect((await signInWith(second.device)).reply.code).toBe('code-wrong')
  })
})
