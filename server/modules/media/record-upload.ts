import { ApiError } from '../../api-error'
import type { BlobStore } from '../../blobs/blob-store'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { refuseFullAccount } from '../quotas/account-quota'
import { refuseSpentAddress, takeFromAddress } from '../quotas/address-day'
import { lockAccount } from '../quotas/lock-account'
import { dropFiles } from './drop-files'
import type { Medium } from './medium'
import { isHashStored, isKnown } from './stored-media'

export interface Uploader {
  accountId: string
  /** The network address the upload came from. */
  address: string
}

interface Recorded extends Uploader {
  id: string
  hash: string
}

/** The size of files together. */
export async function sizeOfFiles(blobs: BlobStore, names: readonly string[]): Promise<number> {
  let bytes = 0
  for (const name of names) bytes += (await blobs.size(name)) ?? 0
  return bytes
}

/** Refuses an upload that would be refused at its end, before its file is worked on. */
export async function refuseUpload(deps: AppDependencies, { accountId, address }: Uploader): Promise<void> {
  if (await deps.storage.isLow()) throw new ApiError('storage-full', { retryAfter: 30 })
  await refuseSpentAddress(deps, address)
  await refuseFullAccount(deps.settings.quotas, deps.db.query, accountId, 1)
}

/**
 * Writes the row of an upload whose files are stored, unless it is there. The account that uploads pays for the files,
 * also where others have uploaded the same. Files that nothing names after a refusal are deleted.
 */
export async function recordUpload(
  deps: AppDependencies,
  medium: Medium,
  { id, accountId, address, hash }: Recorded,
  names: readonly string[],
  add: (tx: Query, bytes: number) => Promise<void>,
): Promise<void> {
  const bytes = await sizeOfFiles(deps.blobs, names)
  try {
    await deps.db.withTx(async (tx) => {
      await lockAccount(tx, accountId)
      if (await isKnown(tx, medium, { id, accountId, hash })) return
      await refuseFullAccount(deps.settings.quotas, tx, accountId, bytes)
      await takeFromAddress(deps, tx, address, { shops: 0, bytes })
      await add(tx, bytes)
    }, 'guarded')
  } catch (error) {
    if (error instanceof ApiError && !(await isHashStored(deps.db.query, medium, hash)))
      await dropFiles(deps, medium, hash, names)
    throw error
  }
}
