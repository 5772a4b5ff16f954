import { appoint } from '../../../../server/operator/appoint'
import { SetupError } from '../../../../server/setup-error'
import { type ApiClient, signIn } from '../../support/api-client'
import { appointTo, COUNTY, joinTestLesson, openTestLesson, signInStaff, TOWN } from '../../support/centre'
import { createTestEnvironment, environmentPerTest, newId } from '../../support/test-environment'

const OTHER_TOWN = '621221105'
const DAY = 86_400_000

const env = environmentPerTest()

const invite = (by: ApiClient, centre: string, role: string, id = newId(), name = '培训员') =>
  by.call(`PUT /api/centres/${centre}/invitations/${id}`, { role, name })
const accept = (client: ApiClient, code: string) => client.call('POST /api/me/roles', { code })
const staffOf = async (by: ApiClient, centre: string) =>
  (await by.call(`GET /api/centres/${centre}/staff`)).json<{
    staff: { id: string; role: string; name: string }[]
    invitations: { id: string; role: string }[]
  }>()
const codeOf = (answer: Awaited<ReturnType<typeof invite>>) => answer.json<{ code: string }>().code

describe('appoint', () => {
  it('issues a code that gives the first person of the county the county role', async () => {
    const { place, code } = await appoint(env.deps, { centre: COUNTY, name: '县里' })
    expect([place, code]).toEqual(['成县', expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)])
    const person = await signIn(env.app)
    expect((await accept(person, code)).json()).toMatchObject({ role: 'county', centre: { name: '成县' } })
    const { towns } = (await person.call(`GET /api/centres/${COUNTY}`)).json<{ towns: object[] }>()
    expect(towns).toHaveLength(17)
    expect(towns[0]).toEqual({ code: '621221100', name: '城关镇', staff: 0 })
  })

  it('issues a code for the keeper of a town, and rejects a place that is not in the list', async () => {
    const { code } = await appoint(env.deps, { centre: TOWN, name: '站长' })
    const keeper = await signIn(env.app)
    expect((await accept(keeper, code)).json()).toMatchObject({
      ...{ role: 'keeper', centre: { code: TOWN, name: '沙坝镇' }, county: { code: COUNTY, name: '成县' } },
    })
    const wrong = appoint(env.deps, { centre: '621221999', name: '站长' })
    await expect(wrong).rejects.toThrow(SetupError)
    await expect(wrong).rejects.toThrow('There is no centre 621221999 in 成县.')
  })
})

describe('an invitation', () => {
  it('gives its role to the first account that has the code, and to no other', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const code = codeOf(await invite(keeper, TOWN, 'trainer'))
    const [one, other] = [await signIn(env.app), await signIn(env.app)]
    const answers = await Promise.all([accept(one, code), accept(other, code)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403])
    const loser = answers[0]?.statusCode === 200 ? other : one
    expect((await accept(loser, code)).json()).toMatchObject({ code: 'invitation-used' })
    expect((await staffOf(keeper, TOWN)).staff.map(({ role }) => role).sort()).toEqual(['keeper', 'trainer'])
  })

  it('repeats its code until it is used, and repeats the role to the account that used it', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const id = newId()
    const first = await invite(keeper, TOWN, 'trainer', id)
    expect((await invite(keeper, TOWN, 'trainer', id)).json()).toEqual(first.json())
    expect((await invite(keeper, TOWN, 'trainer', id, '另一位')).json()).toMatchObject({
      code: 'idempotency-conflict',
    })
    const trainer = await signIn(env.app)
    // as people type it
    const typed = codeOf(first).toLowerCase().replace('-', ' ')
    const role = (await accept(trainer, typed)).json()
    expect((await accept(trainer, codeOf(first))).json()).toEqual(role)
    expect((await invite(keeper, TOWN, 'trainer', id)).json()).toMatchObject({ code: 'invitation-used' })
    expect((await trainer.call('GET /api/me/roles')).json()).toEqual({ roles: [role] })
  })

  it('remains usable when its keeper tries it, and leaves the keeper role unchanged', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const code = codeOf(await invite(keeper, TOWN, 'trainer'))
    expect((await accept(keeper, code)).json()).toMatchObject({ code: 'not-allowed-now' })
    const { staff, invitations } = await staffOf(keeper, TOWN)
    expect(staff.map(({ role }) => role)).toEqual(['keeper'])
    expect(invitations).toHaveLength(1)
    expect((await accept(await signIn(env.app), code)).json()).toMatchObject({ role: 'trainer' })
  })

  it('promotes a trainer to keeper, and is refused to an account that already has the role', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const trainer = await signInStaff(env, TOWN, 'trainer')
    const same = codeOf(await invite(county, TOWN, 'trainer'))
    expect((await accept(trainer, same)).json()).toMatchObject({ code: 'not-allowed-now' })
    const code = codeOf(await invite(county, TOWN, 'keeper'))
    const raised = (await accept(trainer, code)).json()
    expect(raised).toMatchObject({ role: 'keeper', centre: { code: TOWN } })
    expect((await accept(trainer, code)).json()).toEqual(raised)
    expect((await staffOf(trainer, TOWN)).staff.map(({ role }) => role)).toEqual(['keeper'])
  })

  it('ends after a week and when it is withdrawn', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const [old, withdrawn] = [newId(), newId()]
    const late = codeOf(await invite(keeper, TOWN, 'trainer', old))
    const code = codeOf(await invite(keeper, TOWN, 'trainer', withdrawn))
    expect((await staffOf(keeper, TOWN)).invitations).toHaveLength(2)
    const removal = await keeper.call(`DELETE /api/centres/${TOWN}/invitations/${withdrawn}`)
    expect(removal.json()).toEqual({ removed: true })
    const person = await signIn(env.app)
    expect((await accept(person, code)).json()).toMatchObject({ code: 'invitation-wrong' })
    env.advance(7 * DAY)
    expect((await accept(person, late)).json()).toMatchObject({ code: 'invitation-wrong' })
    expect((await staffOf(keeper, TOWN)).invitations).toEqual([])
  })

  it.each([
    ['a county role in a town', TOWN, 'county', 400],
    ['a keeper in the office of the county', COUNTY, 'keeper', 400],
    ['a trainer in a town that is not in the list', '621221999', 'trainer', 404],
  ])('is refused for %s', async (_, centre, role, status) => {
    const person = await signInStaff(env, COUNTY, 'county')
    expect((await invite(person, centre, role)).statusCode).toBe(status)
  })

  it('is refused once a centre has sixty people and open invitations', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    for (let people = 1; people < 60; people++)
      expect((await invite(keeper, TOWN, 'trainer')).statusCode).toBe(200)
    expect((await invite(keeper, TOWN, 'trainer')).json()).toMatchObject({ code: 'staff-quota' })
  })

  it('rate-limits wrong codes, while the right code still works', async () => {
    const limited = await createTestEnvironment({ settings: { rateLimits: true } })
    const { code } = await appoint(limited.deps, { centre: TOWN, name: '站长' })
    const person = await signIn(limited.app)
    for (let guess = 0; guess < 10; guess++)
      expect((await accept(person, `AAAAA-AAAA${guess}`)).statusCode).toBe(403)
    const refused = await accept(person, 'AAAAA-BBBBB')
    expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
    expect((await accept(person, code)).statusCode).toBe(200)
    await limited.app.close()
  })
})

describe('a role', () => {
  it('allows the county to invite all, a keeper only trainers of the town, and a trainer none', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const trainer = await signInStaff(env, TOWN, 'trainer')
    const statuses = async (by: ApiClient) =>
      Promise.all([
        invite(by, COUNTY, 'county'),
        invite(by, TOWN, 'keeper'),
        invite(by, TOWN, 'trainer'),
        invite(by, OTHER_TOWN, 'trainer'),
      ]).then((answers) => answers.map(({ statusCode }) => statusCode))
    expect(await statuses(county)).toEqual([200, 200, 200, 200])
    expect(await statuses(keeper)).toEqual([404, 409, 200, 404])
    expect(await statuses(trainer)).toEqual([404, 404, 404, 404])
  })

  it('ends with the open invitations and lessons of a keeper, but not with those of others', async () => {
    const county = await signInStaff(env, COUNTY, 'county')
    const [keeper, other] = [await signIn(env.app), await signInStaff(env, TOWN, 'keeper')]
    const staffId = await appointTo(env, keeper, TOWN, 'keeper')
    const [code, used, remaining] = [
      codeOf(await invite(keeper, TOWN, 'trainer')),
      codeOf(await invite(keeper, TOWN, 'trainer')),
      codeOf(await invite(other, TOWN, 'trainer')),
    ]
    const trainer = await signIn(env.app)
    await accept(trainer, used)
    const [ended, going] = [
      await openTestLesson(env, 'real', keeper),
      await openTestLesson(env, 'real', other),
    ]
    const learner = await joinTestLesson(env, ended)
    await county.call(`DELETE /api/centres/${TOWN}/staff/${staffId}`)
    expect((await accept(keeper, code)).json()).toMatchObject({ code: 'invitation-wrong' })
    expect((await accept(trainer, used)).json()).toMatchObject({ role: 'trainer' })
    expect((await staffOf(county, TOWN)).invitations).toHaveLength(1)
    expect((await accept(await signIn(env.app), remaining)).json()).toMatchObject({ role: 'trainer' })
    const attendance = await learner.call(`GET /api/lessons/${ended.lessonId}/attendance`)
    expect(attendance.json().lesson).toHaveProperty('endedAt')
    expect((await learner.call(`GET /api/lesson-numbers/${ended.number}`)).statusCode).toBe(404)
    expect((await learner.call(`GET /api/lesson-numbers/${going.number}`)).statusCode).toBe(200)
  })

  it('of a county ends with its invitations in all towns', async () => {
    const [one, county] = [await signIn(env.app), await signInStaff(env, COUNTY, 'county')]
    const staffId = await appointTo(env, one, COUNTY, 'county')
    const codes = [
      codeOf(await invite(one, COUNTY, 'county')),
      codeOf(await invite(one, OTHER_TOWN, 'keeper')),
    ]
    await county.call(`DELETE /api/centres/${COUNTY}/staff/${staffId}`)
    for (const code of codes)
      expect((await accept(one, code)).json()).toMatchObject({ code: 'invitation-wrong' })
  })

  it('is removed at once, and by a higher role only', async () => {
    const keeper = await signInStaff(env, TOWN, 'keeper')
    const trainer = await signIn(env.app)
    const staffId = await appointTo(env, trainer, TOWN, 'trainer')
    const end = (by: ApiClient, id = staffId) => by.call(`DELETE /api/centres/${TOWN}/staff/${id}`)
    const me = (await staffOf(keeper, TOWN)).staff.find(({ role }) => role === 'keeper')
    expect((await end(keeper, me?.id)).json()).toEqual({ removed: false })
    expect((await end(trainer)).statusCode).toBe(404)
    expect((await trainer.call(`GET /api/centres/${TOWN}`)).statusCode).toBe(200)
    expect((await end(keeper)).json()).toEqual({ removed: true })
    expect((await trainer.call(`GET /api/centres/${TOWN}`)).statusCode).toBe(404)
    expect((await trainer.call('GET /api/me/roles')).json()).toEqual({ roles: [] })
    expect((await end(keeper)).json()).toEqual({ removed: false })
  })

  it('protects the account of a trainer without a shop from the account sweep', async () => {
    const trainer = await signInStaff(env, TOWN, 'trainer')
    await env.app.worker.start(1_000_000)
    await env.runAfter(60 * DAY)
    expect((await trainer.call(`GET /api/centres/${TOWN}`)).statusCode).toBe(200)
  })
})
