import { connect, type Socket } from 'node:net'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { newId } from '../../support/api-client'
import { type Attack, Client, createUploadBody, repeatConcurrently } from './attack'

const ACCOUNTS = 12
const SOCKETS = 100

/** A hundred uploads that send one byte a second and reconnect when they are cut off. */
export const slowUploads: Attack = {
  name: 'trickle',
  async start(server) {
    const client = new Client(server.port, '127.0.0.2')
    const tokens = await client.accounts(ACCOUNTS)
    const sockets = new Set<Socket>()
    let cuts = 0
    let isOn = true
    const open = (i: number) => {
      const { body, headers } = createUploadBody(Buffer.alloc(1_000_000), tokens[i % ACCOUNTS] ?? '')
      const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: '127.0.0.2' })
      sockets.add(socket)
      const head = Object.entries({ host: '127.0.0.1', 'content-length': body.length, ...headers })
      socket.write(`PUT /api/photos/${newId()} HTTP/1.1\r\n`)
      socket.write(`${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`)
      socket.write(body.subarray(0, 200))
      socket.on('error', () => undefined)
      socket.on('data', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        cuts++
        if (isOn) setTimeout(() => isOn && open(i), 100)
      })
    }
    for (let i = 0; i < SOCKETS; i++) open(i)
    const drip = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('a')
    }, 1000)
    return async () => {
      isOn = false
      clearInterval(drip)
      for (const socket of sockets) socket.destroy()
      client.close()
      return `${SOCKETS} sockets, ${cuts} cut off`
    }
  },
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc(bytes: Buffer): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** Builds a grey PNG of 1 × 49 million pixels in less than 100 KB. */
function tallPng(): Buffer {
  const height = 49_000_000
  const header = Buffer.alloc(13)
  header.writeUInt32BE(1, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const pixels = deflateSync(Buffer.alloc(2 * height), { level: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const BOMBERS = 24

/**
 * Small files with huge pictures: a strip of 49 million rows, and the slowest picture within all limits, alternately.
 */
export const imageBombs: Attack = {
  name: 'bombs',
  async start(server) {
    const client = new Client(server.port, '127.0.0.3')
    const tokens = await client.accounts(BOMBERS)
    const square = sharp({ create: { width: 7000, height: 7000, channels: 3, background: '#7a4a20' } })
    const pictures = [tallPng(), await square.jpeg({ progressive: true }).toBuffer()]
    return repeatConcurrently(
      BOMBERS,
      async (turn) => {
        // bytes appended to the picture make the content unique
        const bytes = Buffer.concat([pictures[turn % 2] ?? Buffer.alloc(0), Buffer.from(String(turn))])
        const { body, headers } = createUploadBody(bytes, tokens[turn % BOMBERS] ?? '')
        return (await client.send('PUT', `/api/photos/${newId()}`, headers, body)).status
      },
      client,
    )
  },
}
