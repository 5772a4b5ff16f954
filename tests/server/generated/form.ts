/** One part of a form as it goes over the wire. */
export interface FormPart {
  head: string
  bytes: Buffer | string
}

const BOUNDARY = 'kz-form'
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** A part with a file in it. */
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

/** A form of these parts; `end` stands for what closes it. */
export function formOf(deps: readonly FormPart[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const pieces = deps.flatMap(({ head, bytes }) => [
    Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
    Buffer.from(bytes as string),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(end)])
}
