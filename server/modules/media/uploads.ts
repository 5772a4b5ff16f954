import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../../api-error'
import { addressOf } from '../../http/address'
import { fileOf } from '../../http/file-of'
import { enforceMinimumRate } from '../../http/minimum-rate'
import type { Timeouts } from '../../http/timeouts'
import { Places } from './places'
import type { Queue } from './queue'

/** The most bytes that all uploads hold together, arriving or waiting for their turn. */
const MOST_BYTES = 96 * 1024 * 1024
/** The most uploads of one account, from their first byte to their answer: a phone sends a product's photos together. */
const OF_ONE = 10
/** The most places in the queue that one account takes. */
const PLACES_OF_ONE = 2

const AGAIN = { retryAfter: 3 }

/** Runs a task when it is its turn in the queue. */
export type Turn = <T>(task: () => Promise<T>) => Promise<T>

interface Uploading {
  who: { accountId: string }
  request: FastifyRequest
  reply: FastifyReply
}

interface Upload {
  accountId: string
  bytes: number
  isRunning: boolean
  ends: AbortController
}

/**
 * Bounds the files that people send. An upload that arrives takes memory and nothing else: it takes a place in the queue
 * once it is whole, so a slow one keeps nobody waiting. When all hold too many bytes, the account that holds the most loses
 * its latest upload.
 */
export class Uploads {
  private readonly inHand = new Set<Upload>()
  private readonly places = new Places(PLACES_OF_ONE)

  constructor(
    private readonly queue: Queue,
    private readonly timeouts: Timeouts,
  ) {}

  /** Reads the file of a request (at most `most` bytes) and stores it. One too many of the same account is `too-many`. */
  async take<T>(
    { who: { accountId }, request, reply }: Uploading,
    most: number,
    store: (bytes: Buffer, turn: Turn) => Promise<T>,
  ): Promise<T> {
    if (this.of(accountId).length >= OF_ONE) throw new ApiError('too-many', AGAIN)
    const upload: Upload = { accountId, bytes: 0, isRunning: false, ends: new AbortController() }
    this.inHand.add(upload)
    const leave = () => {
      if (!reply.raw.writableFinished) upload.ends.abort(new ApiError('unavailable', AGAIN))
    }
    reply.raw.once('close', leave)
    try {
      const bytes = await this.arrive(upload, request, most)
      return await store(bytes, (task) => this.turn(upload, addressOf(request), task))
    } catch (error) {
      if (upload.ends.signal.aborted && !request.raw.complete) reply.header('connection', 'close')
      throw error
    } finally {
      reply.raw.off('close', leave)
      this.inHand.delete(upload)
    }
  }

  private async arrive(upload: Upload, request: FastifyRequest, most: number): Promise<Buffer> {
    const { signal } = upload.ends
    const cut = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    const stop = enforceMinimumRate(request.raw, this.timeouts.pace, () =>
      upload.ends.abort(new ApiError('unavailable', { ...AGAIN, status: 408 })),
    )
    const file = fileOf(request, most, (bytes) => this.count(upload, bytes))
    try {
      return await Promise.race([file, cut])
    } finally {
      stop()
      // either may still fail once the other has settled
      cut.catch(() => undefined)
      file.catch(() => undefined)
    }
  }

  private turn<T>(upload: Upload, lane: string, task: () => Promise<T>): Promise<T> {
    const late = setTimeout(() => upload.ends.abort(new ApiError('unavailable', AGAIN)), this.timeouts.turn)
    const ends = upload.ends.signal
    const run = () => {
      clearTimeout(late)
      upload.isRunning = true
      return task()
    }
    return this.places
      .within(upload.accountId, ends, () => this.queue.run(run, { lane, ends }))
      .finally(() => clearTimeout(late))
  }

  private count(upload: Upload, bytes: number) {
    upload.bytes += bytes
    if (sizeOf([...this.inHand]) <= MOST_BYTES) return
    const accounts = new Set([...this.inHand].map(({ accountId }) => accountId))
    const [heaviest = []] = [...accounts]
      .map((accountId) => this.of(accountId).filter(({ isRunning }) => !isRunning))
      .sort((a, b) => sizeOf(b) - sizeOf(a))
    const cut = heaviest.at(-1) ?? upload
    cut.ends.abort(new ApiError('unavailable', AGAIN))
    this.inHand.delete(cut)
  }

  private of(accountId: string): Upload[] {
    return [...this.inHand].filter((upload) => upload.accountId === accountId)
  }
}

const sizeOf = (uploads: readonly Upload[]): number => uploads.reduce((sum, { bytes }) => sum + bytes, 0)
