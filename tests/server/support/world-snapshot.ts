import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { openSqlite } from '../../../server/db/sqlite'
import { readAllRows } from './read-all-rows'

/** Every file of a folder with its hash. */
function hashFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name)
      if (statSync(file).isDirectory()) return []
      return [`${name} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`]
    })
}

/** All rows and photos of a demo world, as they are on the disk. */
export async function snapshotOfWorld(folder: string): Promise<string> {
  const db = await openSqlite(path.join(folder, 'live/kaizhang.db'))
  try {
    return JSON.stringify([await readAllRows(db), hashFiles(path.join(folder, 'live/photos'))])
  } finally {
    await db.close()
  }
}
