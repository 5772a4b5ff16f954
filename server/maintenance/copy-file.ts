import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Copied {
  sha256: string
  bytes: number
}

async function through(file: string, into: Writable): Promise<Copied> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* heard(chunks: AsyncIterable<Buffer>) {
    for await (const part of chunks) {
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
  await pipeline(createReadStream(file), heard, into)
  return { sha256: hash.digest('hex'), bytes }
}

/** Copies a file to where none is, onto the disk, a piece at a time; answers what it held. */
export const copyFile = (from: string, to: string, mode = 0o600): Promise<Copied> =>
  through(from, createWriteStream(to, { flags: 'wx', mode, flush: true }))

/** What a file holds. */
export const sumOf = (file: string): Promise<Copied> =>
  through(file, new Writable({ write: (_part, _encoding, done) => done() }))

/** A file's content, or a folder's names, are on disk when this returns. */
export async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
