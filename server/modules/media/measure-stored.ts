import type { AppDependencies } from '../../dependencies'
import type { Medium } from './medium'
import { sizeOfFiles } from './record-upload'

const AT_ONCE = 200

/** Notes the sizes of files that were stored or imported without them; a lost file counts nothing. */
export async function measureStored(
  { db, blobs }: Pick<AppDependencies, 'db' | 'blobs'>,
  medium: Medium,
  filesOf: (hash: string) => readonly string[],
): Promise<void> {
  for (;;) {
    const rows = await db.query
      .selectFrom(db.query.dynamic.table(medium).as('stored'))
      .select(['stored.id', 'stored.hash'])
      .where('stored.bytes', 'is', null)
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return
    const sizes: { id: string; bytes: number }[] = []
    for (const { id, hash } of rows) sizes.push({ id, bytes: await sizeOfFiles(blobs, filesOf(hash)) })
    await db.withTx(async (tx) => {
      for (const { id, bytes } of sizes)
        await tx.updateTable(medium).set({ bytes }).where('id', '=', id).execute()
    }, 'guarded')
  }
}
