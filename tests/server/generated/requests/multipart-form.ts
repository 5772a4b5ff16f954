/** One part of a multipart form. */
export interface FormPart {
  head: string
  bytes: Buffer | string
}

const BOUNDARY = 'kz-form'
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** Creates a file part. */
export const filePart = (
  bytes: Buffer | string,
  name = 'file',
  type = 'image/jpeg',
  file = 'photo.jpg',
): FormPart => ({
  head: `Content-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: ${type}`,
  bytes,
})

export const textPart = (name: string, text: string): FormPart => ({
  head: `Content-Disposition: form-data; name="${name}"`,
  bytes: text,
})

/** Builds the body of a form; `end` is the closing boundary. */
export function formOf(parts: readonly FormPart[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const pieces = parts.flatMap(({ head, bytes }) => [
    Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
    Buffer.from(bytes as string),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(end)])
}
