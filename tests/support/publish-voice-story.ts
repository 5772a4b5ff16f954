import type { Look } from '@/domain/look/look'
import type { Voice } from '@/domain/voice'
import { type ApiClient, newId } from './api-client'

/** Publishes a shop's story with a voice recording and returns the voice. */
export async function publishVoiceStory(owner: ApiClient, shopId: string, mp3: Buffer): Promise<Voice> {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(mp3)]), 'voice.mp3')
  const reply = await fetch(`${owner.origin}/api/voices/${newId()}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${owner.token}` },
    body,
  })
  if (!reply.ok) throw new Error(`no voice: ${reply.status} ${await reply.text()}`)
  const { id, hash, ms } = (await reply.json()) as Voice
  const route = `/api/shops/${shopId}/look`
  const { draft } = (await owner.send<{ draft: Look }>('GET', route)).body
  const settings = { title: '', text: '', photos: [], form: 'letter', voice: { id, hash, ms } }
  // placed first, so that it is on the first screen
  const sections = [{ id: 'told', kind: 'story', settings }, ...draft.sections]
  await owner.send('PUT', `${route}-draft`, { ...draft, sections })
  const publish = { id: newId(), draftVersion: draft.version + 1 }
  const published = await owner.send('POST', `${route}/publish`, publish)
  if (published.status !== 200) throw new Error(`not shown: ${JSON.stringify(published.body)}`)
  return { id, hash, ms }
}
