import type { BlobStore } from '../../blobs/blob-store'
import type { Query } from '../../db/database'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { refuseFullAccount } from '../quotas/account-quota'
import { refuseSpentAddress, takeFromAddress } from '../quotas/address-day'
import { lockAccount } from '../quotas/lock-account'
import { dropFiles } from './drop-files'
import { isHashKept, isKnown } from './kept'
import type { Medium } from './medium'

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
export async function refuseUpload(parts: Parts, { accountId, address }: Uploader): Promise<void> {
  if (await parts.storage.isLow()) throw new Refused('storage-full', { retryAfter: 30 })
  await refuseSpentAddress(parts, address)
  await refuseFullAccount(parts.settings.quotas, parts.db.query, accountId, 1)
}

/**
 * Writes the row of an upload whose files are stored, unless it is there. The account that uploads pays for the files,
 * also where others have uploaded the same. Files that nothing names after a refusal are deleted.
 */
export async function recordUpload(
  parts: Parts,
  medium: Medium,
  { id, accountId, address, hash }: Recorded,
  names: readonly string[],
  add: (tx: Query, bytes: number) => Promise<void>,
): Promise<void> {
  const bytes = await sizeOfFiles(parts.blobs, names)
  try {
    await parts.db.withTx(async (tx) => {
      await lockAccount(tx, accountId)
      if (await isKnown(tx, medium, { id, accountId, hash })) return
      await refuseFullAccount(parts.settings.quotas, tx, accountId, bytes)
      await takeFromAddress(parts, tx, address, { shops: 0, bytes })
      await add(tx, bytes)
    }, 'guarded')
  } catch (error) {
    if (error instanceof Refused && !(await isHashKept(parts.db.query, medium, hash)))
      await dropFiles(parts, medium, hash, names)
    throw error
  }
}
