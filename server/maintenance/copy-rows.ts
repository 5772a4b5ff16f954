import type { Query } from '../db/database'
import { type Digest, Digesting, difference, digestOf } from './digest'
import { pagesOf } from './pages-of'
import { type TableShape, untyped } from './row'

/** Told a line of progress. */
export type Tell = (line: string) => void

/** How often (ms) a large table is spoken of. */
const PATIENCE_MS = 2000

/** The copy does not hold what was read. */
export class CopyMismatchError extends Error {}

const count = (rows: number) => rows.toLocaleString('en').padStart(11)

/**
 * Copies every row of these tables, a page at a time, and reads back what arrived: another content is `CopyMismatchError`.
 * Both sides are inside transactions of the caller's, so that they stand still.
 */
export async function copyRows(
  from: Query,
  to: Query,
  shapes: readonly TableShape[],
  tell: Tell,
): Promise<Digest> {
  const read: Digest = {}
  for (const shape of shapes) {
    const digest = await copyTable(from, to, shape, tell)
    read[shape.name] = digest
    tell(`${count(digest.rows)}  ${shape.name}`)
  }
  tell('Reading the copy again…')
  const wrong = difference(read, await digestOf(to, shapes))
  if (wrong !== undefined) throw new CopyMismatchError(wrong)
  return read
}

async function copyTable(from: Query, to: Query, shape: TableShape, tell: Tell) {
  const digesting = new Digesting(shape)
  let told = performance.now()
  let done = 0
  for await (const page of pagesOf(from, shape)) {
    digesting.add(page)
    await untyped(to).insertInto(shape.name).values(page).execute()
    done += page.length
    if (performance.now() - told < PATIENCE_MS) continue
    told = performance.now()
    tell(`${count(done)}  ${shape.name} so far…`)
  }
  return digesting.done()
}
