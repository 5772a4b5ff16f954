import { createHash } from 'node:crypto'
import { Refusal } from './merchants'

/** WeChat Pay's maximum for a photo, and room for the form around it. */
export const MAX_UPLOAD_BYTES = 2 * 1024 * 1024 + 4096

/** A photo that a merchant uploads: `meta` is what its signature covers. */
export interface UploadedPhoto {
  meta: string
  hash: string
}

/**
 * Reads and checks an uploaded photo. Source: https://pay.weixin.qq.com/doc/v3/partner/4012761084
 * @throws Refusal
 */
export async function readPhoto(bytes: Buffer, contentType: string | undefined): Promise<UploadedPhoto> {
  const refuse = (what: string) => new Refusal(400, 'PARAM_ERROR', `参数错误：${what}`)
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType ?? '' } })
    .formData()
    .catch(() => {
      throw refuse('body')
    })
  const [meta, file] = [await textOf(form.get('meta')), form.get('file')]
  if (meta === undefined || !(file instanceof Blob)) throw refuse('meta, file')
  const content = Buffer.from(await file.arrayBuffer())
  const hash = createHash('sha256').update(content).digest('hex')
  const named = JSON.parse(meta) as { filename?: string; sha256?: string }
  if (named.sha256 !== hash || !/\.(jpg|bmp|png)$/.test(named.filename ?? '')) throw refuse('meta')
  if (content.subarray(0, 3).toString('hex') !== 'ffd8ff') throw refuse('file')
  return { meta, hash }
}

const textOf = async (part: FormDataEntryValue | null) =>
  part instanceof Blob ? part.text() : (part ?? undefined)
