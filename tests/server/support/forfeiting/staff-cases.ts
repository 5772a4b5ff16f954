import { answered, signIn } from '../api-client'
import { appointTo, joinTestLesson, openTestLesson, signInStaff, TOWN } from '../centre'
import { recordTestConsent } from '../stories/helped-shop'
import { newId, type TestEnvironment } from '../test-environment'
import { byDeletedAccount, byRemovedStaff, type CaseRow } from './forfeiting-case'

async function inviteTrainer(env: TestEnvironment) {
  const keeper = await signInStaff(env, TOWN, 'keeper')
  const route = `/api/centres/${TOWN}/invitations/${newId()}`
  const { code } = await answered<{ code: string }>(
    keeper.call(`PUT ${route}`, { role: 'trainer', name: '培训员' }),
  )
  return { keeper, code, withdraw: () => keeper.call(`DELETE ${route}`) }
}

/** Requests about centres, lessons and the own data. */
export const staffCases: readonly CaseRow[] = [
  byRemovedStaff('PUT /api/centres/:centre/invitations/:invitationId', 'keeper', async () => [
    `PUT /api/centres/${TOWN}/invitations/${newId()}`,
    { role: 'trainer', name: '培训员' },
  ]),
  byRemovedStaff('DELETE /api/centres/:centre/invitations/:invitationId', 'keeper', async () => [
    `DELETE /api/centres/${TOWN}/invitations/${newId()}`,
  ]),
  byRemovedStaff('DELETE /api/centres/:centre/staff/:staffId', 'keeper', async (env) => {
    const staffId = await appointTo(env, await signIn(env.app), TOWN, 'trainer')
    return [`DELETE /api/centres/${TOWN}/staff/${staffId}`]
  }),
  byRemovedStaff('PUT /api/centres/:centre/helps/:helpId', 'trainer', async () => [
    `PUT /api/centres/${TOWN}/helps/${newId()}`,
    { shopId: newId(), consent: 'spoken' },
  ]),
  byRemovedStaff('DELETE /api/centres/:centre/helps/:helpId', 'trainer', async (_, removed) => {
    const { helpId } = await recordTestConsent(removed)
    return [`DELETE /api/centres/${TOWN}/helps/${helpId}`]
  }),
  byRemovedStaff('PUT /api/centres/:centre/lessons/:lessonId', 'trainer', async () => [
    `PUT /api/centres/${TOWN}/lessons/${newId()}`,
    { kind: 'real' },
  ]),
  [
    'POST /api/me/roles',
    'somebody whose invitation is withdrawn',
    async (env) => {
      const { code, withdraw } = await inviteTrainer(env)
      const invited = await signIn(env.app)
      return {
        send: () => invited.call('POST /api/me/roles', { code }),
        lose: withdraw,
        code: 'invitation-wrong',
      }
    },
  ],
  byDeletedAccount('POST /api/me/roles', async (env) => [
    'POST /api/me/roles',
    { code: (await inviteTrainer(env)).code },
  ]),
  byRemovedStaff('POST /api/lessons/:lessonId/screens', 'trainer', async (env, removed) => {
    const { lessonId } = await openTestLesson(env, 'real', removed)
    const screen = await signIn(env.app)
    const { code } = await answered<{ code: string }>(screen.call(`PUT /api/lesson-screens/${newId()}`))
    return [`POST /api/lessons/${lessonId}/screens`, { code }]
  }),
  byRemovedStaff('POST /api/lessons/:lessonId/tickets', 'trainer', async (env, removed) => {
    const { lessonId } = await openTestLesson(env, 'real', removed)
    return [`POST /api/lessons/${lessonId}/tickets`, { id: newId() }]
  }),
  [
    'POST /api/lessons/:lessonId/tickets',
    'a learner who is removed',
    async (env) => {
      const lesson = await openTestLesson(env)
      const learner = await joinTestLesson(env, lesson)
      const { lessonId, teacher } = lesson
      const action = { id: newId(), action: 'remove', learnerId: learner.learnerId }
      const lose = () => teacher.call(`POST /api/lessons/${lessonId}/actions`, action)
      return {
        send: () => learner.call(`POST /api/lessons/${lessonId}/tickets`, { id: newId() }),
        lose,
        code: 'not-found',
      }
    },
  ],
  byDeletedAccount('DELETE /api/me/data', async () => ['DELETE /api/me/data']),
]
