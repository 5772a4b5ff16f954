import type { Readable } from 'node:stream'
import { ApiError } from '../../api-error'
import type { BlobStore } from '../../blobs/blob-store'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import type { Limits } from '../../http/limits/limits'
import { TemporaryFile } from '../../storage/temporary-file'
import { findShop } from '../shops/store'
import { TICKET_MS } from '../tickets/ticket'
import type { ExportJob } from './export-job'
import type { ExportedShop } from './exported-shop'
import { listExportFiles } from './file-names'
import { findMissingBlobs } from './missing-files'
import { readExport } from './read-export'
import { Slots } from './slots'

/** What the zip needs for each file beside its bytes, for a product in the data and on the offline page, and for the rest. */
const BYTES_PER_FILE = 400
const BYTES_PER_PRODUCT = 4096
const OTHER_BYTES = 512 * 1024

/** Returns the most bytes that an export can take, and the hashes of photos and voices whose files are missing. */
async function measureExport(
  exported: ExportedShop,
  blobs: Pick<BlobStore, 'size'>,
): Promise<{ bytes: number; missing: ReadonlySet<string> }> {
  let bytes = OTHER_BYTES + BYTES_PER_PRODUCT * exported.products.length
  for (const { name } of listExportFiles(exported)) bytes += BYTES_PER_FILE + ((await blobs.size(name)) ?? 0)
  return { bytes, missing: await findMissingBlobs(exported, blobs) }
}

/** Exports that a server makes at once, and those that wait. */
const MAX_RUNNING = 2
const MAX_WAITING = 20

const SWEEP_MS = 30_000

interface StoredExport {
  /** Identifies the state of the shop, and the server that its page names. */
  state: string
  slug: string
  /** Ids of the requests that came while it was made, which are answered with it. */
  requests: Set<string>
  isFinished: boolean
  /** The size in bytes, once it is finished. */
  size: Promise<number>
  progress: { read: number; files: number }
  /** By the monotonic clock. */
  usedAt: number
  file: TemporaryFile
}

/** Whom an export is for. */
interface ExportRequest {
  shopId: string
  /** The server that takes the shop's orders. */
  origin: string
}

interface OpenedExport {
  slug: string
  bytes: number
  stream: Readable
}

type Options = Pick<AppDependencies, 'db' | 'blobs' | 'storage' | 'elapsed' | 'exports'> & {
  limits: Pick<Limits, 'export'>
  site: ExportJob['site']
}

/**
 * Makes exports of shops, one at a time for a shop and two for the server, and holds each until its shop changes or nobody has
 * downloaded it for the lifetime of a link.
 */
export class ExportStore {
  private readonly byShop = new Map<string, StoredExport>()
  private readonly slots = new Slots(MAX_RUNNING, MAX_WAITING)
  private readonly stopping = new AbortController()
  private readonly timer: NodeJS.Timeout
  /** Bytes that exports in progress are going to write. */
  private plannedBytes = 0

  constructor(private readonly options: Options) {
    this.timer = setInterval(() => void this.sweep().catch(() => undefined), SWEEP_MS).unref()
  }

  /**
   * Begins an export of the shop's present state unless there is one. The same `requestId` gets the same export, also when the shop
   * has changed since.
   * @returns how much is done in percent; `undefined` once it is finished.
   * @throws ApiError `not-found`, `too-many`, `unavailable` or `storage-full`
   */
  async prepare(request: ExportRequest, requestId: string, waitMs: number): Promise<number | undefined> {
    const { shopId } = request
    const known = this.byShop.get(shopId)
    const stored = known?.requests.has(requestId)
      ? known
      : await this.findOrBegin(request, () => this.options.limits.export(shopId))
    if (!stored.isFinished) stored.requests.add(requestId)
    if (await finishes(stored.size, waitMs)) return undefined
    const { read, files } = stored.progress
    return Math.min(99, Math.floor((100 * read) / Math.max(1, files)))
  }

  /**
   * Opens the export of the shop's present state, which is made first if need be.
   * @throws ApiError `unavailable` when it is not finished in time, and as `prepare` does
   */
  async open(request: ExportRequest, waitMs: number): Promise<OpenedExport> {
    const stored = await this.findOrBegin(request)
    const { slug, size, file } = stored
    const release = file.use()
    try {
      if (!(await finishes(size, waitMs))) throw new ApiError('unavailable', { retryAfter: 5 })
      const bytes = await size
      return { slug, bytes, stream: file.stream(bytes) }
    } finally {
      release()
    }
  }

  /** Removes exports that were not used for the lifetime of a link, and those of an earlier state or of a deleted shop. */
  async sweep(): Promise<void> {
    const oldest = this.options.elapsed() - TICKET_MS
    for (const [shopId, stored] of this.byShop) {
      if (stored.file.isInUse) continue
      const shop = stored.usedAt < oldest ? undefined : await findShop(this.options.db.query, shopId)
      if (!shop || !stored.state.startsWith(fingerprint(shop))) this.remove(shopId, stored)
    }
  }

  get size(): number {
    return this.byShop.size
  }

  close(): void {
    clearInterval(this.timer)
    this.stopping.abort(new Error('the server stops'))
    for (const [shopId, stored] of this.byShop) this.remove(shopId, stored)
  }

  private async findOrBegin({ shopId, origin }: ExportRequest, onBegin?: () => void): Promise<StoredExport> {
    const shop = await findShop(this.options.db.query, shopId)
    const known = this.byShop.get(shopId)
    if (!shop) {
      if (known) this.remove(shopId, known)
      throw new ApiError('not-found')
    }
    const state = `${fingerprint(shop)} ${origin}`
    const usedAt = this.options.elapsed()
    if (known?.state === state && usedAt - known.usedAt < TICKET_MS) return Object.assign(known, { usedAt })
    onBegin?.()
    const progress = { read: 0, files: 0 }
    const { folder } = this.options.exports
    const stored: StoredExport = {
      ...{
        state,
        slug: shop.slug,
        requests: new Set(),
        isFinished: false,
        size: Promise.resolve(0),
        progress,
        usedAt,
      },
      file: TemporaryFile.create(folder),
    }
    this.byShop.set(shopId, stored)
    stored.size = this.make({ shopId, origin }, stored, known)
    stored.size.catch(() => this.remove(shopId, stored))
    return stored
  }

  /** Makes an export after the one of an earlier state, which it replaces. */
  private async make(request: ExportRequest, stored: StoredExport, earlier: StoredExport | undefined) {
    const release = stored.file.use()
    try {
      await earlier?.size.catch(() => undefined)
      earlier?.file.remove()
      return await this.slots.run(() => this.write(request, stored))
    } finally {
      release()
    }
  }

  private async write({ shopId, origin }: ExportRequest, stored: StoredExport): Promise<number> {
    const { db, blobs, exports, site } = this.options
    const exported = await readExport(db.query, shopId)
    if (!exported) throw new ApiError('not-found')
    const { bytes, missing } = await measureExport(exported, blobs)
    stored.progress.files = listExportFiles(exported).length
    await this.reserve(bytes)
    try {
      this.stopping.signal.throwIfAborted()
      const get = async (name: string) => {
        const content = await blobs.get(name)
        stored.progress.read++
        return content
      }
      const { descriptor: file } = stored.file
      const job = { exported, missing, site: site && { folder: site.folder, html: site.html }, origin, file }
      const size = await exports.write(job, get, this.stopping.signal)
      stored.isFinished = true
      return size
    } finally {
      this.plannedBytes -= bytes
    }
  }

  /** Plans bytes outside the storage reserve; finished exports that are not being downloaded make room. */
  private async reserve(bytes: number): Promise<void> {
    this.plannedBytes += bytes
    const { storage } = this.options
    for (const isLastTry of [false, true]) {
      if (await storage.hasRoomFor(this.plannedBytes)) return
      if (isLastTry) break
      for (const [shopId, stored] of this.byShop) if (!stored.file.isInUse) this.remove(shopId, stored)
    }
    this.plannedBytes -= bytes
    throw new ApiError('storage-full', { retryAfter: 30 })
  }

  private remove(shopId: string, stored: StoredExport): void {
    if (this.byShop.get(shopId) === stored) this.byShop.delete(shopId)
    stored.file.remove()
  }
}

/** Resolves with `undefined` after a time. */
const after = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined).unref())

/** True when the export is finished within a time. Rejects when it fails. */
const finishes = async (size: Promise<number>, ms: number): Promise<boolean> =>
  (await Promise.race([size, after(ms)])) !== undefined
