import sharp from 'sharp'

/** Creates a plain picture; the color makes its content unique. */
export const picture = (width = 1600, height = 1200, color = '#7a4a20') =>
  sharp({ create: { width, height, channels: 3, background: color } })

const BOUNDARY = 'kz-boundary'

/** Returns the body and headers of a file upload. */
export function createUploadBody(bytes: Buffer, filename = 'photo.jpg') {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: image/jpeg\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
