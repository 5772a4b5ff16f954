import type { MediaKind } from '../../db/media-kind'
import type { AppDependencies } from '../../dependencies'
import { sizeOfFiles } from './record-upload'

const AT_ONCE = 200

/** Fills in the sizes of files that were stored or imported without one. A missing file counts as 0 bytes. */
export async function backfillFileSizes(
  { db, blobs }: Pick<AppDependencies, 'db' | 'blobs'>,
  kind: MediaKind,
  filesOf: (hash: string) => readonly string[],
): Promise<void> {
  for (;;) {
    const rows = await db.query
      .selectFrom(db.query.dynamic.table(kind).as('stored'))
      .select(['stored.id', 'stored.hash'])
      .where('stored.bytes', 'is', null)
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    const sizes: { id: string; bytes: number }[] = []
    for (const { id, hash } of rows) sizes.push({ id, bytes: await sizeOfFiles(blobs, filesOf(hash)) })
    await db.withTx(async (tx) => {
      for (const { id, bytes } of sizes)
        await tx.updateTable(kind).set({ bytes }).where('id', '=', id).execute()
    })
  }
}
