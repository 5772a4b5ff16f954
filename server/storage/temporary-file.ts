import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, read, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'

const readFrom = promisify(read)

const CHUNK_BYTES = 256 * 1024

/** A file without a name. It takes room only while it is open, so a process that is killed leaves nothing of it behind. */
export class TemporaryFile {
  private users = 0
  private isRemoved = false

  private constructor(readonly descriptor: number) {}

  static create(folder: string): TemporaryFile {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const name = join(folder, randomBytes(8).toString('hex'))
    const descriptor = openSync(name, 'wx+', 0o600)
    unlinkSync(name)
    return new TemporaryFile(descriptor)
  }

  get isInUse(): boolean {
    return this.users > 0
  }

  /** Streams the first `bytes` of the file, which stays open until the stream is closed. */
  stream(bytes: number): Readable {
    const stream = Readable.from(this.chunks(bytes), { objectMode: false })
    stream.once('close', this.use())
    return stream
  }

  /** Has the file stay open until the returned function is called. */
  use(): () => void {
    this.users++
    return () => {
      this.users--
      this.closeUnused()
    }
  }

  /** Gives the room back, as soon as nothing uses the file. */
  remove(): void {
    if (this.isRemoved) return
    this.isRemoved = true
    this.closeUnused()
  }

  private closeUnused(): void {
    if (this.isRemoved && this.users === 0) closeSync(this.descriptor)
  }

  private async *chunks(bytes: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes; ) {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes - at))
      const { bytesRead } = await readFrom(this.descriptor, buffer, 0, buffer.length, at)
      if (bytesRead === 0) throw new Error('a temporary file is shorter than it was')
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }
}
