export function bufferToBase64(buffer: ArrayBuffer | Uint8Array): string {
  const bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

export function base64ToBuffer(base64: string): ArrayBuffer {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes.buffer
}

export const textToBase64 = (text: string): string =>
  bufferToBase64(Uint8Array.from(new TextEncoder().encode(text)))

export const base64ToText = (base64: string): string =>
  new TextDecoder().decode(new Uint8Array(base64ToBuffer(base64)))

/** Recognizes an ArrayBuffer of another realm too, where `instanceof` fails. */
export const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'
