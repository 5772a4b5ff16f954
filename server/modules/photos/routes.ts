import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Call, Handlers } from '../../http/call'
import type { Parts } from '../../parts'
import { badInput } from '../../refused'
import type { Queue } from './queue'
import { storePhoto } from './store-photo'

async function fileOf(request: FastifyRequest): Promise<Buffer> {
  const file: MultipartFile | undefined = await request.file()
  if (!file) throw badInput('', 'has no file')
  return file.toBuffer()
}

export function photoHandlers(parts: Parts, queue: Queue) {
  type Uploading = Pick<Call<'PUT /api/photos/:photoId'>, 'params' | 'who' | 'request'>
  const upload = async ({ params: { photoId }, who, request }: Uploading) =>
    storePhoto(parts, queue, { id: photoId, accountId: who.accountId, bytes: await fileOf(request) })

  return {
    'PUT /api/photos/:photoId': upload,
    'POST /api/photos/:photoId': upload,
  } satisfies Partial<Handlers>
}
