import type { StaffRole } from '@/domain/access'
import type { LessonKind } from '@/domain/lesson/lesson'
import { acceptInvitation, invite } from '../../../server/modules/centres/invite'
import { perTest } from '../../support/per-test'
import { type ApiClient, answered, signIn } from './api-client'
import { newId, type TestEnvironment } from './test-environment'

/** 成县 and 沙坝镇. */
export const COUNTY = '621221'
export const TOWN = '621221110'

/** Gives an account a role in a centre. */
export async function appointTo(
  { deps }: TestEnvironment,
  { accountId }: ApiClient,
  centre: string,
  role: StaffRole,
): Promise<string> {
  const { id } = await deps.db.withTx(async (tx) => {
    const { code } = await invite(deps, tx, { centre, id: newId(), role, name: '培训员' })
    return acceptInvitation(deps, tx, code, accountId)
  })
  return id
}

/** Signs in somebody with a role in a centre. */
export async function signInStaff(env: TestEnvironment, centre: string, role: StaffRole): Promise<ApiClient> {
  const client = await signIn(env.app)
  await appointTo(env, client, centre, role)
  return client
}

export interface OpenLesson {
  teacher: ApiClient
  lessonId: string
  number: string
}

/** Opens a lesson of a new trainer. */
export async function openTestLesson(
  env: TestEnvironment,
  kind: LessonKind = 'real',
  teacher?: ApiClient,
  centre = TOWN,
): Promise<OpenLesson> {
  const by = teacher ?? (await signInStaff(env, TOWN, 'trainer'))
  const lessonId = newId()
  const { number } = await answered<{ number: string }>(
    by.call(`PUT /api/centres/${centre}/lessons/${lessonId}`, { kind }),
  )
  return { teacher: by, lessonId, number }
}

/** Opens a lesson of a new trainer for each test. */
export const lessonPerTest = (env: TestEnvironment): OpenLesson => perTest(() => openTestLesson(env))

/** Lets a learner join a lesson. */
export async function joinTestLesson(
  env: TestEnvironment,
  { lessonId, number }: OpenLesson,
  client?: ApiClient,
): Promise<ApiClient & { learnerId: string }> {
  const learner = client ?? (await signIn(env.app))
  const learnerId = newId()
  await answered(learner.call(`PUT /api/lessons/${lessonId}/learners/${learnerId}`, { number }))
  return { ...learner, learnerId }
}
