import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface FileDigest {
  sha256: string
  bytes: number
}

async function pipeWithDigest(file: string, into: Writable): Promise<FileDigest> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const part of chunks) {
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
  await pipeline(createReadStream(file), hashed, into)
  return { sha256: hash.digest('hex'), bytes }
}

/** Copies a file as a stream to a new file and flushes it to disk; returns its digest. */
export const copyFile = (from: string, to: string, mode = 0o600): Promise<FileDigest> =>
  pipeWithDigest(from, createWriteStream(to, { flags: 'wx', mode, flush: true }))

export const digestFile = (file: string): Promise<FileDigest> =>
  pipeWithDigest(file, new Writable({ write: (_part, _encoding, done) => done() }))

/** Flushes a file, or the entries of a folder, to disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
