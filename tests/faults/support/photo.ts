import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { type ApiClient, newId, type Reply } from '../../support/api-client'

/** Creates a JPEG of random noise, which is unique and compresses badly. */
export const createNoisePhoto = (size = 700): Promise<Buffer> =>
  sharp(randomBytes(size * size * 3), { raw: { width: size, height: size, channels: 3 } })
    .jpeg()
    .toBuffer()

/** Uploads a photo as the H5 app does. */
export async function sendPhoto(
  person: ApiClient,
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
