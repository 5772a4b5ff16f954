import { invite } from '../../../../server/modules/centres/invite'
import { joinTestLesson, openTestLesson, TOWN } from '../../support/centre'
import { newId, type TestEnvironment } from '../../support/test-environment'
import type { RequestMakers } from '../request-parts'
import { OTHER_TOWN, type Scenario } from '../scenario'

/** The learner attends the lesson of the scenario, whatever other requests did. */
async function attending({ env, classroom: { lesson, learner } }: Scenario) {
  await joinTestLesson(env, lesson, learner)
  return { sender: learner, params: { lessonId: lesson.lessonId } }
}

async function endOtherLessons({ deps }: TestEnvironment, lessonId: string): Promise<void> {
  await deps.db.query
    .updateTable('lesson')
    .set({ ended_at: deps.clock(), number: null })
    .where('id', '!=', lessonId)
    .where('ended_at', 'is', null)
    .execute()
}

/** The code of an invitation to a town where nobody of the scenario has a role. */
async function freshInvitation({ deps }: TestEnvironment): Promise<string> {
  const invitation = { centre: '621221203', id: newId(), role: 'trainer', name: '培训员' } as const
  await deps.db.query.deleteFrom('staff').where('centre', '=', invitation.centre).execute()
  return deps.db.withTx(async (tx) => (await invite(deps, tx, invitation)).code)
}

/** Requests about the centre and the lesson of the scenario. */
export const classroomRequests: RequestMakers = {
  'POST /api/me/roles': async ({ env }) => ({ body: { code: await freshInvitation(env) } }),
  'PUT /api/centres/:centre/invitations/:invitationId': () => ({
    params: { centre: TOWN, invitationId: newId() },
    body: { role: 'trainer', name: '培训员' },
  }),
  // without exceeding what one trainer may have open
  'PUT /api/centres/:centre/lessons/:lessonId': async ({ env, classroom }) => {
    await endOtherLessons(env, classroom.lesson.lessonId)
    return { params: { centre: TOWN, lessonId: newId() }, body: { kind: 'real' } }
  },
  // a lesson of its own, so that only the learner of the scenario attends the scenario's lesson
  'PUT /api/lessons/:lessonId/learners/:learnerId': async ({ env, classroom }) => {
    await endOtherLessons(env, classroom.lesson.lessonId)
    const { lessonId, number } = await openTestLesson(env, 'real', classroom.otherTrainer, OTHER_TOWN)
    return { params: { lessonId, learnerId: newId() }, body: { number } }
  },
  'GET /api/lessons/:lessonId/attendance': attending,
  'PUT /api/lessons/:lessonId/attendance': async (scenario) => ({
    ...(await attending(scenario)),
    body: { turn: 1, stage: 'product', spent: 1000, still: 0 },
  }),
  'PUT /api/lessons/:lessonId/attendance/hand': attending,
  'DELETE /api/lessons/:lessonId/attendance': attending,
  'POST /api/lessons/:lessonId/tickets': attending,
  'POST /api/lessons/:lessonId/actions': ({ classroom }) => ({
    params: { lessonId: classroom.lesson.lessonId },
    body: { id: newId(), action: 'focus', question: 'terms' },
  }),
  'PUT /api/lesson-screens/:screenId': () => ({ params: { screenId: newId() } }),
  'GET /api/lesson-screens/:screenId': ({ classroom }) => ({ sender: classroom.screen }),
}
