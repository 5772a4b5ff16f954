import sharp from 'sharp'

/** A plain picture, of a colour so that it differs from others. */
export const picture = (width = 1600, height = 1200, colour = '#7a4a20') =>
  sharp({ create: { width, height, channels: 3, background: colour } })

const BOUNDARY = 'kz-boundary'

/** The body and header of an upload of one file. */
export function upload(bytes: Buffer, filename = 'photo.jpg') {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: image/jpeg\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
