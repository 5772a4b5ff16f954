import { type ApiClient, newId } from './api-client'

/** Uploads a JPEG picture as a person's photo and returns the photo's id. */
export async function uploadPhoto(person: ApiClient, picture: Uint8Array): Promise<string> {
  const id = newId()
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg')
  const reply = await fetch(`${person.origin}/api/photos/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person.token}` },
    body,
  })
  if (!reply.ok) throw new Error(`no photo: ${reply.status} ${await reply.text()}`)
  return id
}
