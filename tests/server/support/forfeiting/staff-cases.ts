import { signIn } from '../api-client'
import { appointTo, joinTestLesson, openTestLesson, signInStaff, TOWN } from '../centre'
import { recordTestConsent } from '../stories/helped-shop'
import { newId, type TestEnvironment } from '../test-environment'
import {
  ACCOUNT_GOES,
  byDeletedAccount,
  byRemovedStaff,
  type CaseRow,
  ok,
  STAFF_GOES,
} from './forfeiting-case'

async function inviteTrainer(env: TestEnvironment) {
  const keeper = await signInStaff(env, TOWN, 'keeper')
  const route = `/api/centres/${TOWN}/invitations/${newId()}`
  const invited = await ok(keeper.call(`PUT ${route}`, { role: 'trainer', name: '培训员' }))
  return {
    keeper,
    code: invited.json<{ code: string }>().code,
    withdraw: () => keeper.call(`DELETE ${route}`),
  }
}

/** Requests about centres, lessons and the own data. */
export const staffCases: readonly CaseRow[] = [
  [
    'PUT /api/centres/:centre/invitations/:invitationId',
    STAFF_GOES,
    byRemovedStaff('keeper', async () => [
      `PUT /api/centres/${TOWN}/invitations/${newId()}`,
      { role: 'trainer', name: '培训员' },
    ]),
  ],
  [
    'DELETE /api/centres/:centre/invitations/:invitationId',
    STAFF_GOES,
    byRemovedStaff('keeper', async () => [`DELETE /api/centres/${TOWN}/invitations/${newId()}`]),
  ],
  [
    'DELETE /api/centres/:centre/staff/:staffId',
    STAFF_GOES,
    byRemovedStaff('keeper', async (env) => {
      const staffId = await appointTo(env, await signIn(env.app), TOWN, 'trainer')
      return [`DELETE /api/centres/${TOWN}/staff/${staffId}`]
    }),
  ],
  [
    'PUT /api/centres/:centre/helps/:helpId',
    STAFF_GOES,
    byRemovedStaff('trainer', async () => [
      `PUT /api/centres/${TOWN}/helps/${newId()}`,
      { shopId: newId(), consent: 'spoken' },
    ]),
  ],
  [
    'DELETE /api/centres/:centre/helps/:helpId',
    STAFF_GOES,
    byRemovedStaff('trainer', async (_, removed) => {
      const { helpId } = await recordTestConsent(removed)
      return [`DELETE /api/centres/${TOWN}/helps/${helpId}`]
    }),
  ],
  [
    'PUT /api/centres/:centre/lessons/:lessonId',
    STAFF_GOES,
    byRemovedStaff('trainer', async () => [`PUT /api/centres/${TOWN}/lessons/${newId()}`, { kind: 'real' }]),
  ],
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
  [
    'POST /api/me/roles',
    ACCOUNT_GOES,
    byDeletedAccount(async (env) => ['POST /api/me/roles', { code: (await inviteTrainer(env)).code }]),
  ],
  [
    'POST /api/lessons/:lessonId/screens',
    STAFF_GOES,
    byRemovedStaff('trainer', async (env, removed) => {
      const { lessonId } = await openTestLesson(env, 'real', removed)
      const screen = await signIn(env.app)
      const { code } = (await ok(screen.call(`PUT /api/lesson-screens/${newId()}`))).json<{ code: string }>()
      return [`POST /api/lessons/${lessonId}/screens`, { code }]
    }),
  ],
  [
    'POST /api/lessons/:lessonId/tickets',
    STAFF_GOES,
    byRemovedStaff('trainer', async (env, removed) => {
      const { lessonId } = await openTestLesson(env, 'real', removed)
      return [`POST /api/lessons/${lessonId}/tickets`, { id: newId() }]
    }),
  ],
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
  ['DELETE /api/me/data', ACCOUNT_GOES, byDeletedAccount(async () => ['DELETE /api/me/data'])],
]
