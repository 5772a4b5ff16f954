import { ApiError } from '../../api-error'
import type { BlobStore } from '../../blobs/blob-store'
import type { Query } from '../../db/database'
import type { MediaKind } from '../../db/media-kind'
import type { AppDependencies } from '../../dependencies'
import { checkAccountStorage } from '../quotas/account-quota'
import { checkAddressQuota, countAddressUsage } from '../quotas/address-quota'
import { lockAccount } from '../quotas/lock-account'
import { isEstablished } from '../quotas/standing'
import { deleteUnreferencedFiles } from './delete-unreferenced-files'
import { isAlreadyStored, isHashStored } from './stored-media'

export interface Uploader {
  accountId: string
  address: string
}

interface UploadRecord extends Uploader {
  id: string
  hash: string
}

/** Total size of the files in bytes. */
export async function sizeOfFiles(blobs: BlobStore, names: readonly string[]): Promise<number> {
  let bytes = 0
  for (const name of names) bytes += (await blobs.size(name)) ?? 0
  return bytes
}

/** Rejects an upload early, before its file is processed, when storage or a quota is used up. */
export async function checkUploadAllowed(deps: AppDependencies, { accountId, address }: Uploader) {
  if (await deps.storage.isLow()) throw new ApiError('storage-full', { retryAfter: 30 })
  if (!(await isEstablished(deps.db.query, accountId, deps.clock()))) await checkAddressQuota(deps, address)
  await checkAccountStorage(deps.settings.quotas, deps.db.query, accountId, 1)
}

/**
 * Inserts the row of an upload whose files are stored, unless it exists. The files count against the uploading account, even
 * when others uploaded the same content. After a rejection, files without any row are deleted.
 */
export async function recordUpload(
  deps: AppDependencies,
  kind: MediaKind,
  { id, accountId, address, hash }: UploadRecord,
  names: readonly string[],
  add: (tx: Query, bytes: number) => Promise<void>,
): Promise<void> {
  const bytes = await sizeOfFiles(deps.blobs, names)
  try {
    await deps.db.withTx(async (tx) => {
      await lockAccount(tx, accountId)
      if (await isAlreadyStored(tx, kind, { id, accountId, hash })) return
      await checkAccountStorage(deps.settings.quotas, tx, accountId, bytes)
      if (!(await isEstablished(tx, accountId, deps.clock())))
        await countAddressUsage(deps, tx, address, ['bytes', bytes])
      await add(tx, bytes)
    })
  } catch (error) {
    if (error instanceof ApiError && !(await isHashStored(deps.db.query, kind, hash)))
      await deleteUnreferencedFiles(deps, kind, hash, names)
    throw error
  }
}
