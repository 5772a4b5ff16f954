import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { type ApiPerson, newId, type Reply } from '../../support/api-person'

/** A photo unlike any other, of noise, so that its sizes take room. */
export const noisyPhoto = (size = 700): Promise<Buffer> =>
  sharp(randomBytes(size * size * 3), { raw: { width: size, height: size, channels: 3 } })
    .jpeg()
    .toBuffer()

/** Sends a photo under an id, as the H5 page does. */
export async function sendPhoto(
  person: ApiPerson,
  photo: Buffer,
  id: string = newId(),
): Promise<Reply & { id: string }> {
  const form = new FormData()
  form.append('file', new Blob([photo as BlobPart], { type: 'image/jpeg' }), 'photo.jpg')
  const reply = await fetch(`${person.origin}/api/photos/${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}` },
    body: form,
  })
  return { id, status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}
