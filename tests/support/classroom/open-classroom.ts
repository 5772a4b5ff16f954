import { ApiClient, newId } from '../api-client'
import { maintenance } from '../maintenance-process'

/** A lesson under way, and its trainer. */
export interface OpenClassroom {
  teacher: ApiClient
  centre: string
  lessonId: string
  number: string
}

/** 沙坝镇. */
const CENTRE = '621221110'

/** Lets the operator invite the keeper of a town's centre, or a county's person; returns the code of the invitation. */
export async function appoint(centre: string, env: Record<string, string>): Promise<string> {
  const { code, output } = await maintenance(['appoint', '--centre', centre, '--name', '培训员'], env)
  const invitation = /: ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(output)?.[1]
  if (code !== 0 || !invitation) throw new Error(`nobody was appointed:\n${output}`)
  return invitation
}

/** Lets the operator appoint a keeper at a running server, who opens a lesson. */
export async function openClassroom(origin: string, env: Record<string, string>): Promise<OpenClassroom> {
  const invitation = await appoint(CENTRE, env)
  const teacher = await ApiClient.signIn(origin)
  await requireOk(teacher.send('POST', '/api/me/roles', { code: invitation }))
  const lessonId = newId()
  const { body } = await requireOk(
    teacher.send<{ number: string }>('PUT', `/api/centres/${CENTRE}/lessons/${lessonId}`, { kind: 'real' }),
  )
  return { teacher, centre: CENTRE, lessonId, number: body.number }
}

/** Returns a reply that was a success; throws otherwise. */
export async function requireOk<T>(sent: Promise<{ status: number; body: T }>) {
  const reply = await sent
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
