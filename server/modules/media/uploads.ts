import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../../api-error'
import { getClientAddress } from '../../http/client-address'
import type { Limits } from '../../http/limits/limits'
import { enforceMinimumRate } from '../../http/limits/minimum-rate'
import { readUploadedFile } from '../../http/read-upload'
import type { Timeouts } from '../../http/timeouts'
import { ConcurrencyLimiter } from './concurrency-limiter'
import type { Queue } from './queue'

/** Maximum number of bytes held by all uploads, arriving or waiting. */
const MAX_TOTAL_BYTES = 96 * 1024 * 1024
/** Maximum number of uploads of one account at a time: a client sends all photos of a product together. */
const MAX_UPLOADS_PER_ACCOUNT = 10
const MAX_QUEUED_PER_ACCOUNT = 2

const RETRY = { retryAfter: 3 }

export type RunInQueue = <T>(task: () => Promise<T>) => Promise<T>

interface Uploading {
  auth: { accountId: string }
  request: FastifyRequest
  reply: FastifyReply
}

interface Upload {
  accountId: string
  bytes: number
  isRunning: boolean
  controller: AbortController
}

/**
 * Limits uploads. An arriving upload uses only memory; it enters the queue once it is complete, so a slow one delays nobody.
 * When the byte limit is exceeded, the account with the most bytes loses its latest upload.
 */
export class Uploads {
  private readonly active = new Set<Upload>()
  private readonly limiter = new ConcurrencyLimiter(MAX_QUEUED_PER_ACCOUNT)

  constructor(
    private readonly queue: Queue,
    private readonly timeouts: Timeouts,
    private readonly limits: Pick<Limits, 'isEstablished'>,
  ) {}

  /** Reads the file of a request (at most `maxBytes`) and stores it. Too many uploads of one account are `too-many`. */
  async receive<T>(
    { auth: { accountId }, request, reply }: Uploading,
    maxBytes: number,
    store: (bytes: Buffer, runInQueue: RunInQueue) => Promise<T>,
  ): Promise<T> {
    if (this.uploadsOf(accountId).length >= MAX_UPLOADS_PER_ACCOUNT) throw new ApiError('too-many', RETRY)
    const upload: Upload = { accountId, bytes: 0, isRunning: false, controller: new AbortController() }
    this.active.add(upload)
    const leave = () => {
      if (!reply.raw.writableFinished) upload.controller.abort(new ApiError('unavailable', RETRY))
    }
    reply.raw.once('close', leave)
    try {
      const bytes = await this.readBody(upload, request, maxBytes)
      // strangers at the same address do not delay the uploads of an established account
      const lane = (await this.limits.isEstablished(accountId)) ? accountId : getClientAddress(request)
      return await store(bytes, (task) => this.runInQueue(upload, lane, task))
    } catch (error) {
      if (upload.controller.signal.aborted && !request.raw.complete) reply.header('connection', 'close')
      throw error
    } finally {
      reply.raw.off('close', leave)
      this.active.delete(upload)
    }
  }

  private async readBody(upload: Upload, request: FastifyRequest, maxBytes: number): Promise<Buffer> {
    const { signal } = upload.controller
    const cut = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    const stop = enforceMinimumRate(request.raw, this.timeouts.minimumRate, () =>
      upload.controller.abort(new ApiError('unavailable', { ...RETRY, status: 408 })),
    )
    const file = readUploadedFile(request, maxBytes, (bytes) => this.addBytes(upload, bytes))
    try {
      return await Promise.race([file, cut])
    } finally {
      stop()
      // either promise may still reject after the other has settled
      cut.catch(() => undefined)
      file.catch(() => undefined)
    }
  }

  private runInQueue<T>(upload: Upload, lane: string, task: () => Promise<T>): Promise<T> {
    const late = setTimeout(
      () => upload.controller.abort(new ApiError('unavailable', RETRY)),
      this.timeouts.queueWait,
    )
    const { signal } = upload.controller
    const run = () => {
      clearTimeout(late)
      upload.isRunning = true
      return task()
    }
    return this.limiter
      .run(upload.accountId, signal, () => this.queue.run(run, { lane, signal }))
      .finally(() => clearTimeout(late))
  }

  private addBytes(upload: Upload, bytes: number) {
    upload.bytes += bytes
    if (sizeOf([...this.active]) <= MAX_TOTAL_BYTES) return
    const accounts = new Set([...this.active].map(({ accountId }) => accountId))
    const [heaviest = []] = [...accounts]
      .map((accountId) => this.uploadsOf(accountId).filter(({ isRunning }) => !isRunning))
      .sort((a, b) => sizeOf(b) - sizeOf(a))
    const cut = heaviest.at(-1) ?? upload
    cut.controller.abort(new ApiError('unavailable', RETRY))
    this.active.delete(cut)
  }

  private uploadsOf(accountId: string): Upload[] {
    return [...this.active].filter((upload) => upload.accountId === accountId)
  }
}

const sizeOf = (uploads: readonly Upload[]): number => uploads.reduce((sum, { bytes }) => sum + bytes, 0)
